using System.Collections.Generic;
using Kernel.Memory;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// What each operation has the processor forget. A table covers 64 pages; pages 66 and following lie in one.
/// </summary>
internal static partial class InvalidationCases
{
    public static IReadOnlyList<InvalidationCase> All { get; } =
    [
        .. Forks(), .. WriteFaults(), .. PagesThatCome(), .. Maps(), .. Unmaps(), .. UnmapsOfMore(), .. Protects(),
        .. ProtectsOfMore(), .. Merges(), .. LendsFrom(), .. LendsOfMore(), .. LendsTo(),
    ];

    private static InvalidationCase[] Forks() =>
    [
        new("fork", 0, 1, Filled(3), Fork),
        new("fork of nothing", 0, 0, static _ => { }, Fork),
        new("fork for the second time in a row", 0, 0, FilledAndForked(3), static scene =>
            scene.C = scene.Rig.Fork(ref scene.A)),
        new("fork after one write", 0, 1, static scene =>
        {
            FilledAndForked(3)(scene);
            scene.Write(ref scene.A, 66, 1);
        },
        static scene => scene.C = scene.Rig.Fork(ref scene.A)),
    ];

    private static InvalidationCase[] WriteFaults() =>
    [
        new("write that copies a page and all tables", 1, 0, FilledAndForked(3), WriteTo66),
        new("write that copies a page", 1, 0, WayOwned, WriteTo66),
        new("write that copies a piece of a large page", 1, 0, LargeAndForked, WriteTo66),
        new("write by the sole owner of all tables", 0, 0, static scene =>
        {
            FilledAndForked(3)(scene);
            scene.End(ref scene.B);
        },
        WriteTo66),
        new("write by the sole owner of a page", 0, 0, static scene =>
        {
            WayOwned(scene);
            scene.End(ref scene.B);
        },
        WriteTo66),
        new("write by the sole owner of a large page", 0, 0, static scene =>
        {
            LargeAndForked(scene);
            scene.End(ref scene.B);
        },
        WriteTo66),
        new("write to the rest of a large page with a lent piece", 0, 0, PieceLent, WriteTo66),
        new("spurious write", 0, 0, Filled(1), WriteTo66),
    ];

    private static InvalidationCase[] PagesThatCome() =>
    [
        new("demand zero", 0, 0, ToCome(3), Touch66),
        new("demand zero by a write", 0, 0, ToCome(3), WriteTo66),
        new("demand zero in one entry of pages to come", 0, 0, static scene =>
            scene.Rig.Map(ref scene.A, 64, 64), Touch66),
        new("growth of a stack", 0, 0, static scene => MapStack(scene), WriteTo66),
        new("demand zero that replaced a shared table", 1, 0, ToComeBesideShared, Touch66) { Reveal = WriteByOther },
    ];

    private static InvalidationCase[] Maps() =>
    [
        new("map where nothing is", 0, 0, static _ => { }, static scene => scene.Rig.Map(ref scene.A, 66, 40)),
        new("map beside pages", 0, 0, Filled(1), static scene => scene.Rig.Map(ref scene.A, 67, 40)),
        new("map a stack", 0, 0, Filled(1), static scene =>
            Succeed(scene.Memory.MapStack(ref scene.A, scene.Rig.Range(70, 3)))),
        new("map a frame", 0, 0, Filled(1), static scene => Succeed(scene.MapBlock(ref scene.A, 67, level: 1))),
        new("map a large frame", 0, 0, Filled(1), static scene => Succeed(scene.MapBlock(ref scene.A, 128, level: 2))),
        new("map that replaced a shared table", 1, 0, SharedBeside, static scene =>
            scene.Rig.Map(ref scene.A, 66, 1)) { Reveal = WriteByOther },
        new("map of whole tables that replaced a shared table", 1, 0, FilledTwiceAndForked, static scene =>
            scene.Rig.Map(ref scene.A, 4096 + 64, 64)) { Reveal = UnmapByOther },
        new("map where a fork shares no table", 0, 0, FilledAndForked(3), static scene =>
            scene.Rig.Map(ref scene.A, 4096, 1)),
    ];

    private static InvalidationCase[] Merges() =>
    [
        new("merge", 0, 1, static scene =>
        {
            Succeed(scene.MapBlock(ref scene.A, 64, level: 2));
            Succeed(scene.Protect(ref scene.A, 66, 1, PageRights.Read));
            Succeed(scene.Protect(ref scene.A, 66, 1, PageRights.Write));
        },
        static scene => Succeed(scene.Memory.Merge(ref scene.A, scene.Rig.PageAt(64), level: 2))),
    ];

    private static void Fork(PagingScene scene) => scene.B = scene.Rig.Fork(ref scene.A);

    private static void WriteTo66(PagingScene scene) =>
        Assert.True(scene.Write(ref scene.A, 66, 1) <= FaultOutcome.StackGrown);

    private static void Touch66(PagingScene scene) =>
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, 66));

    private static void MapStack(PagingScene scene) =>
        Succeed(scene.Memory.MapStack(ref scene.A, scene.Rig.Range(65, 5)));

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
