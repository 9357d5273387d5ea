using Kernel.Memory;
using Kernel.Simulation;

namespace Kernel.Tests.Host.Paging;

/// <content>Page faults.</content>
internal static partial class FailurePoints
{
    private static FailurePoint[] Faults() =>
    [
        new("demand zero", 1, 0, static scene => scene.Rig.Map(ref scene.A, 5, 1), static scene => Touch(scene, 5)),
        new("growth of a stack", 1, 0, static scene => MapStack(scene, 5, 3), static scene =>
            Fault(scene, 6, AccessKind.Write, FaultOutcome.StackGrown)),
        new("demand zero in one entry of pages to come", 2, 0, ToComeAt4, static scene => Touch(scene, 5)),
        new("demand zero in one huge entry of pages to come", 3, 0,
            static scene => scene.Rig.Map(ref scene.A, 16, 16), static scene => Touch(scene, 21)),
        new("demand zero in tables shared by a fork", 4, 0, ToComeForked, static scene => Touch(scene, 6)),
        new("copy of a page", 1, 0, WayOwned, static scene => Copy(scene, 5)),
        new("copy of a page and all tables", 4, 0, Forked, static scene => Copy(scene, 5)),
        new("copy of a page in a lent table", 2, 0, TableLent, static scene => Copy(scene, 5)),
        new("a sole page made writable", 0, 0, WayOwnedAndOtherGone, static scene => Own(scene, 5)),
    ];

    private static FailurePoint[] LargeFaults() =>
    [
        new("copy of a piece of a shared large page", 4, 0, LargeAt4AndForked, static scene => Copy(scene, 5)),
        new("copy of a piece of a shared huge page", 4, 0, HugeForked, static scene => Copy(scene, 21)),
        new("copy of a lent piece of a large page", 2, 0, PieceLent, static scene => Copy(scene, 5)),
        new("the rest of a large page with a lent piece", 1, 0, PieceLent, static scene => Own(scene, 6)),
        new("copy of a lent piece of a huge page", 3, 0, HugePieceLent, static scene => Copy(scene, 21)),
    ];

    private static void ToComeForked(PagingScene scene)
    {
        scene.Rig.Map(ref scene.A, 5, 2);
        scene.B = scene.Rig.Fork(ref scene.A);
    }

    private static void WayOwned(PagingScene scene)
    {
        Forked(scene);
        scene.Write(ref scene.A, 4, 1);
    }

    private static void WayOwnedAndOtherGone(PagingScene scene)
    {
        WayOwned(scene);
        scene.End(ref scene.B);
    }

    private static void TableLent(PagingScene scene)
    {
        scene.Fill(ref scene.A, 4, 2);
        scene.B = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, 4, 4, ref scene.B, 8));
    }

    private static void HugeForked(PagingScene scene)
    {
        HugeAt16(scene);
        scene.B = scene.Rig.Fork(ref scene.A);
    }

    private static void PieceLent(PagingScene scene)
    {
        LargeAt4(scene);
        scene.B = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, 5, 1, ref scene.B, 5));
    }

    private static void HugePieceLent(PagingScene scene)
    {
        HugeAt16(scene);
        scene.B = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, 21, 1, ref scene.B, 5));
    }

    private static PagingError Touch(PagingScene scene, int page) =>
        Fault(scene, page, AccessKind.Read, FaultOutcome.DemandZero);

    private static PagingError Copy(PagingScene scene, int page) =>
        Fault(scene, page, AccessKind.Write, FaultOutcome.Copied);

    private static PagingError Own(PagingScene scene, int page) =>
        Fault(scene, page, AccessKind.Write, FaultOutcome.MadeWritable);
}
