using System;

namespace Kernel.Tests.Host.Paging;

/// <content>Lending from the first space, and to it.</content>
internal static partial class InvalidationCases
{
    private static InvalidationCase[] LendsFrom() =>
    [
        new("lend one written page", 1, 0, FilledAndOther(40), static scene => LendFrom(scene, 66, 1, at: 66)),
        new("lend 32 written pages", 32, 0, FilledAndOther(40), static scene => LendFrom(scene, 66, 32, at: 66)),
        new("lend 33 written pages", 0, 1, FilledAndOther(40), static scene => LendFrom(scene, 66, 33, at: 66)),
        new("lend written pages elsewhere", 3, 0, FilledAndOther(40), static scene => LendFrom(scene, 66, 3, at: 200)),
        new("lend pages again", 0, 0, FilledAndLent, static scene => LendFrom(scene, 66, 3, at: 200)),
        new("lend pages to come", 0, 0, With(ToCome(3)), static scene => LendFrom(scene, 66, 3, at: 66)),
        new("lend read-only pages", 0, 0, With(ReadOnly(3)), static scene => LendFrom(scene, 66, 3, at: 66)),
        new("lend read-only pages beside a written one", 0, 0, With(static scene =>
        {
            ReadOnly(3)(scene);
            scene.Fill(ref scene.A, 69, 1);
        }),
        static scene => LendFrom(scene, 66, 3, at: 66)),
        new("lend pages below a shared table", 0, 0, static scene =>
        {
            FilledAndForked(3)(scene);
            scene.C = scene.Rig.Create();
        },
        static scene => Succeed(scene.Lend(ref scene.A, 66, 3, ref scene.C, 66))),
        new("lend a hole", 0, 0, FilledAndOther(3), static scene => LendFrom(scene, 90, 3, at: 66)),
    ];

    private static InvalidationCase[] LendsOfMore() =>
    [
        new("lend a table", 0, 1, FilledAndOther(3), static scene => LendFrom(scene, 64, 64, at: 128)),
        new("lend a table again", 0, 0, static scene =>
        {
            FilledAndOther(3)(scene);
            LendFrom(scene, 64, 64, at: 128);
        },
        static scene => LendFrom(scene, 64, 64, at: 192)),
        new("lend a large page", 1, 0, With(LargeAt64), static scene => LendFrom(scene, 64, 64, at: 128)),
        new("lend a piece of a large page", 1, 0, With(LargeAt64), static scene => LendFrom(scene, 66, 1, at: 66)),
        new("lend another piece of a large page", 0, 0, PieceLent, static scene => LendFrom(scene, 66, 1, at: 66)),
        new("lend to oneself", 2, 0, Filled(3), static scene =>
            Succeed(scene.Lend(ref scene.A, 66, 2, ref scene.A, 200))),
        new("lend to oneself over other pages", 4, 0, Filled(8), static scene =>
            Succeed(scene.Lend(ref scene.A, 66, 2, ref scene.A, 70))),
    ];

    private static InvalidationCase[] LendsTo() =>
    [
        new("borrow where nothing is", 0, 0, OtherFilled, static scene => LendTo(scene, 66, 3, at: 66)),
        new("borrow over pages", 3, 0, OtherFilledAndFilled, static scene => LendTo(scene, 66, 3, at: 66)),
        new("borrow over pages to come", 0, 0, static scene =>
        {
            OtherFilled(scene);
            ToCome(3)(scene);
        },
        static scene => LendTo(scene, 66, 3, at: 66)),
        new("borrow a hole over a page, with its table", 3, 0, OtherFilledAndFilled, static scene =>
            LendTo(scene, 90, 3, at: 66)),
        new("borrow a table over one", 0, 1, OtherFilledAndFilled, static scene => LendTo(scene, 64, 64, at: 64)),
        new("borrow a table where nothing is", 0, 0, OtherFilledAndFilled, static scene =>
            LendTo(scene, 64, 64, at: 128)),
        new("borrow over a part of a large page", 1, 0, static scene =>
        {
            OtherFilled(scene);
            LargeAt64(scene);
        },
        static scene => LendTo(scene, 66, 1, at: 66)),
        new("borrow into tables shared by a fork", 1, 0, static scene =>
        {
            scene.C = scene.Rig.Create();
            scene.Fill(ref scene.C, 66, 1);
            SharedBeside(scene);
        },
        static scene => Succeed(scene.Lend(ref scene.C, 66, 1, ref scene.A, 66))) { Reveal = WriteByOther },
    ];

    private static Action<PagingScene> With(Action<PagingScene> build) => scene =>
    {
        build(scene);
        scene.B = scene.Rig.Create();
    };

    private static Action<PagingScene> FilledAndOther(int count) => With(Filled(count));

    private static void FilledAndLent(PagingScene scene)
    {
        FilledAndOther(3)(scene);
        LendFrom(scene, 66, 3, at: 66);
    }

    private static void OtherFilled(PagingScene scene)
    {
        scene.B = scene.Rig.Create();
        scene.Fill(ref scene.B, 66, 3);
    }

    private static void OtherFilledAndFilled(PagingScene scene)
    {
        OtherFilled(scene);
        Filled(3)(scene);
    }

    private static void LendFrom(PagingScene scene, int from, int count, int at) =>
        Succeed(scene.Lend(ref scene.A, from, count, ref scene.B, at));

    private static void LendTo(PagingScene scene, int from, int count, int at) =>
        Succeed(scene.Lend(ref scene.B, from, count, ref scene.A, at));
}
