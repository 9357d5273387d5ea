using System.Collections.Generic;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Each operation where it needs frames, with how many. A table entry covers 4 pages at level 2, 16 at level 3, 64 at
/// level 4; on an untouched way an operation on single pages wants three tables.
/// </summary>
internal static partial class FailurePoints
{
    /// <summary>What the owner of a space asks for.</summary>
    public static IReadOnlyList<FailurePoint> Edits { get; } =
        [.. Mapping(), .. Unmapping(), .. Protecting(), .. Merging(), .. Lending()];

    public static IReadOnlyList<FailurePoint> All { get; } = [.. Edits, .. Faults(), .. LargeFaults()];

    private static FailurePoint[] Mapping() =>
    [
        new("map where nothing is", 3, 4, Nothing, static scene => Map(scene, 5, 1)),
        new("map across two tables", 4, 9, Nothing, static scene => Map(scene, 6, 5)),
        new("map across two entries of the root", 6, 10, Nothing, static scene => Map(scene, 62, 4)),
        new("map whole tables", 2, 12, Nothing, static scene => Map(scene, 4, 8)),
        new("map a whole table of tables", 1, 22, Nothing, static scene => Map(scene, 16, 16)),
        new("map odd ends around whole tables", 4, 16, Nothing, static scene => Map(scene, 3, 10)),
        new("map into a table that is there", 0, 1, FilledAt5, static scene => Map(scene, 6, 1)),
        new("map into tables shared by a fork", 3, 1, Forked, static scene => Map(scene, 6, 1)),
        new("map below a table shared by a fork", 3, 2, Forked, static scene => Map(scene, 8, 1)),
        new("map a stack", 3, 6, Nothing, static scene => MapStack(scene, 5, 3)),
        new("map a stack of a whole table", 3, 7, Nothing, static scene => MapStack(scene, 4, 4)),
        new("map a stack of a whole table of tables", 3, 22, Nothing, static scene => MapStack(scene, 16, 16)),
        new("map a stack into tables shared by a fork", 3, 2, Forked, static scene => MapStack(scene, 6, 2)),
        new("map a frame where nothing is", 3, 4, TakenPage, static scene => MapTaken(scene, 5)),
        new("map a frame into a table that is there", 0, 1, TakenPageAndFilled, static scene => MapTaken(scene, 6)),
        new("map a frame into tables shared by a fork", 3, 1, TakenPageAndForked, static scene => MapTaken(scene, 6)),
        new("map a frame below a table shared by a fork", 3, 2, TakenPageAndForked, static scene => MapTaken(scene, 8)),
        new("map a large frame", 2, 7, TakenLargePage, static scene => MapTaken(scene, 4)),
        new("map a huge frame", 1, 22, TakenHugePage, static scene => MapTaken(scene, 16)),
    ];

    private static FailurePoint[] Unmapping() =>
    [
        new("unmap in tables shared by a fork", 3, 0, Forked, static scene => scene.Unmap(ref scene.A, 5, 1)),
        new("unmap across tables shared by a fork", 4, 0, ForkedAcross, static scene => scene.Unmap(ref scene.A, 6, 3)),
        new("unmap a table shared by a fork", 2, 0, Forked, static scene => scene.Unmap(ref scene.A, 4, 4)),
        new("unmap a table of tables shared by a fork", 1, 0, Forked, static scene =>
            scene.Unmap(ref scene.A, 16, 16)),
        new("unmap in a large page", 1, 0, LargeAt4, static scene => scene.Unmap(ref scene.A, 5, 1)),
        new("unmap in a huge page", 2, 0, HugeAt16, static scene => scene.Unmap(ref scene.A, 21, 1)),
        new("unmap in a shared large page", 3, 0, LargeAt4AndForked, static scene => scene.Unmap(ref scene.A, 5, 1)),
        new("unmap in one entry of pages to come", 1, 0, ToComeAt4, static scene => scene.Unmap(ref scene.A, 5, 1)),
        new("unmap pages of one's own", 0, 0, FilledAt5, static scene => scene.Unmap(ref scene.A, 5, 1)),
    ];

    private static FailurePoint[] Protecting() =>
    [
        new("protect in tables shared by a fork", 3, 0, Forked, static scene => Protect(scene, 5, 1)),
        new("protect across tables shared by a fork", 4, 0, ForkedAcross, static scene => Protect(scene, 6, 4)),
        new("protect a part of a large page", 1, 0, LargeAt4, static scene => Protect(scene, 5, 2)),
        new("protect a large page", 0, 0, LargeAt4, static scene => Protect(scene, 4, 4)),
        new("protect a part of a shared large page", 3, 0, LargeAt4AndForked, static scene => Protect(scene, 5, 2)),
        new("protect a shared large page", 2, 0, LargeAt4AndForked, static scene => Protect(scene, 4, 4)),
        new("protect a part of one entry of pages to come", 1, 0, ToComeAt4, static scene => Protect(scene, 5, 2)),
    ];

    private static FailurePoint[] Merging() =>
    [
        new("merge", 0, 0, Split, static scene => scene.Memory.Merge(ref scene.A, scene.Rig.PageAt(4), level: 2)),
    ];

    private static void Nothing(PagingScene scene)
    {
        // The space is there from the start.
    }

    private static void FilledAt5(PagingScene scene) => scene.Fill(ref scene.A, 5, 1);

    // Pages in two tables of tables, of which both spaces have all.
    private static void Forked(PagingScene scene)
    {
        scene.Fill(ref scene.A, 4, 2);
        scene.Fill(ref scene.A, 20, 1);
        scene.B = scene.Rig.Fork(ref scene.A);
    }

    private static void ForkedAcross(PagingScene scene)
    {
        scene.Fill(ref scene.A, 6, 4);
        scene.B = scene.Rig.Fork(ref scene.A);
    }

    private static void LargeAt4(PagingScene scene) => Succeed(scene.MapBlock(ref scene.A, 4, level: 2));

    private static void HugeAt16(PagingScene scene) => Succeed(scene.MapBlock(ref scene.A, 16, level: 3));

    private static void LargeAt4AndForked(PagingScene scene)
    {
        LargeAt4(scene);
        scene.B = scene.Rig.Fork(ref scene.A);
    }

    private static void ToComeAt4(PagingScene scene) => scene.Rig.Map(ref scene.A, 4, 4);

    private static void Split(PagingScene scene)
    {
        LargeAt4(scene);
        Succeed(scene.Protect(ref scene.A, 5, 1, PageRights.Read));
        Succeed(scene.Protect(ref scene.A, 5, 1, PageRights.Write));
        Assert.Equal(scene.Rig.Pages(1), scene.Rig.Query(in scene.A, 5).Size);
    }

    private static void TakenPage(PagingScene scene) => scene.Taken = scene.TakeBlock(5, level: 1);

    private static void TakenPageAndFilled(PagingScene scene)
    {
        TakenPage(scene);
        FilledAt5(scene);
    }

    private static void TakenPageAndForked(PagingScene scene)
    {
        TakenPage(scene);
        Forked(scene);
    }

    private static void TakenLargePage(PagingScene scene) => scene.Taken = scene.TakeBlock(4, level: 2);

    private static void TakenHugePage(PagingScene scene) => scene.Taken = scene.TakeBlock(16, level: 3);

    private static PagingError Map(PagingScene scene, int first, int count) =>
        scene.Memory.Map(ref scene.A, scene.Rig.Range(first, count), RegionKind.Anonymous, PageRights.Write);

    private static PagingError MapStack(PagingScene scene, int first, int count) =>
        scene.Memory.MapStack(ref scene.A, scene.Rig.Range(first, count));

    private static PagingError MapTaken(PagingScene scene, int page)
    {
        PagingError error = scene.Memory.MapFrame(
            ref scene.A, scene.Rig.PageAt(page), scene.Taken, RegionKind.Data, PageRights.Write);
        scene.Taken = error == PagingError.None ? Frame.None : scene.Taken;
        return error;
    }

    private static PagingError Protect(PagingScene scene, int first, int count) =>
        scene.Protect(ref scene.A, first, count, PageRights.Read);

    private static PagingError Fault(PagingScene scene, int page, AccessKind kind, FaultOutcome expected)
    {
        FaultOutcome outcome = scene.Fault(ref scene.A, page, kind);
        Assert.True(outcome == expected || outcome == FaultOutcome.OutOfMemory, outcome.ToString());
        return outcome == FaultOutcome.OutOfMemory ? PagingError.OutOfMemory : PagingError.None;
    }

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
