using Kernel.Memory;

namespace Kernel.Tests.Host.Paging;

/// <content>Lending to the first space.</content>
internal static partial class FailurePoints
{
    private static FailurePoint[] Lending() =>
    [
        new("lend a page where nothing is", 3, 4, OtherFilled, static scene => Lend(scene, 5, 1, at: 9)),
        new("lend a page into tables shared by a fork", 3, 1, OtherFilledAndForked, static scene =>
            Lend(scene, 5, 1, at: 6)),
        new("lend a page over one in tables shared by a fork", 3, 0, OtherFilledAndForked, static scene =>
            Lend(scene, 5, 1, at: 5)),
        new("lend a page beside one's own", 0, 1, OtherFilledAndBeside, static scene => Lend(scene, 4, 1, at: 4)),
        new("lend pages beside one's own", 0, 3, OtherFilledAndBeside, static scene => Lend(scene, 4, 3, at: 4)),
        new("lend pages over some of one's own", 0, 3, OtherFilledAndBeside, static scene => Lend(scene, 4, 4, at: 4)),
        new("lend whole tables beside one's own", 0, 10, OtherFilledAndBeside, static scene =>
            Lend(scene, 4, 8, at: 20)),
        new("lend across tables", 4, 9, OtherFilled, static scene => Lend(scene, 5, 5, at: 6)),
        new("lend whole tables", 2, 12, OtherFilled, static scene => Lend(scene, 4, 8, at: 20)),
        new("lend a whole table of tables", 1, 22, OtherFilledWhole, static scene => Lend(scene, 16, 16, at: 32)),
        new("lend whole tables between odd ends", 4, 13, OtherFilled, static scene => Lend(scene, 6, 8, at: 22)),
        new("lend a piece of a large page", 3, 4, OtherLarge, static scene => Lend(scene, 5, 1, at: 9)),
        new("lend a large page", 2, 7, OtherLarge, static scene => Lend(scene, 4, 4, at: 8)),
        new("lend pages to come out of one entry", 3, 5, OtherToCome, static scene => Lend(scene, 5, 2, at: 5)),
        new("lend over a part of a large page", 1, 0, OtherFilledAndLarge, static scene => Lend(scene, 5, 2, at: 5)),
        new("lend over a large page", 0, 0, OtherFilledAndLarge, static scene => Lend(scene, 8, 4, at: 4)),
        new("lend a table over a part of a huge page", 1, 0, OtherFilledAndHuge, static scene =>
            Lend(scene, 4, 4, at: 20)),
        new("lend over a part of a shared large page", 3, 0, OtherFilledAndLargeForked, static scene =>
            Lend(scene, 5, 2, at: 5)),
        new("lend a hole over a page in tables shared by a fork", 3, 0, OtherFilledAndForked, static scene =>
            Lend(scene, 36, 1, at: 5)),
        new("lend to oneself in tables shared by a fork", 3, 1, OtherFilledAndForked, static scene =>
            scene.Lend(ref scene.A, 5, 1, ref scene.A, 6)),
        new("lend whole tables to oneself below a table shared by a fork", 2, 3, OtherFilledAndForked, static scene =>
            scene.Lend(ref scene.A, 4, 4, ref scene.A, 8)),
    ];

    // Pages 4 to 13, in one table and parts of two more.
    private static void OtherFilled(PagingScene scene)
    {
        scene.C = scene.Rig.Create();
        scene.Fill(ref scene.C, 4, 10);
    }

    // Beside page 7 and in the table of tables above page 28.
    private static void OtherFilledAndBeside(PagingScene scene)
    {
        OtherFilled(scene);
        scene.Fill(ref scene.A, 7, 1);
        scene.Fill(ref scene.A, 28, 1);
    }

    private static void OtherFilledAndHuge(PagingScene scene)
    {
        OtherFilled(scene);
        HugeAt16(scene);
    }

    private static void OtherFilledWhole(PagingScene scene)
    {
        scene.C = scene.Rig.Create();
        scene.Fill(ref scene.C, 16, 16);
    }

    private static void OtherFilledAndForked(PagingScene scene)
    {
        OtherFilled(scene);
        Forked(scene);
    }

    private static void OtherLarge(PagingScene scene)
    {
        scene.C = scene.Rig.Create();
        Succeed(scene.MapBlock(ref scene.C, 4, level: 2));
    }

    private static void OtherToCome(PagingScene scene)
    {
        scene.C = scene.Rig.Create();
        scene.Rig.Map(ref scene.C, 4, 4);
    }

    private static void OtherFilledAndLarge(PagingScene scene)
    {
        OtherFilled(scene);
        LargeAt4(scene);
    }

    private static void OtherFilledAndLargeForked(PagingScene scene)
    {
        OtherFilled(scene);
        LargeAt4AndForked(scene);
    }

    private static PagingError Lend(PagingScene scene, int from, int count, int at) =>
        scene.Lend(ref scene.C, from, count, ref scene.A, at);
}
