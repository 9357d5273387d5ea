using Kernel.Memory;

namespace Kernel.Tests.Host.Paging;

/// <content>Unmapping, and changing rights.</content>
internal static partial class InvalidationCases
{
    private static InvalidationCase[] Unmaps() =>
    [
        new("unmap one page", 1, 0, Filled(40), static scene => Succeed(scene.Unmap(ref scene.A, 66, 1))),
        new("unmap 31 pages", 31, 0, Filled(40), static scene => Succeed(scene.Unmap(ref scene.A, 66, 31))),
        new("unmap 32 pages", 32, 0, Filled(40), static scene => Succeed(scene.Unmap(ref scene.A, 66, 32))),
        new("unmap 33 pages", 0, 1, Filled(40), static scene => Succeed(scene.Unmap(ref scene.A, 66, 33))),
        new("unmap all pages of a table", 3, 0, Filled(3), static scene => Succeed(scene.Unmap(ref scene.A, 66, 3))),
        new("unmap what is not there", 0, 0, Filled(1), static scene => Succeed(scene.Unmap(ref scene.A, 70, 5))),
        new("unmap pages to come", 0, 0, ToCome(3), static scene => Succeed(scene.Unmap(ref scene.A, 66, 2))),
        new("unmap pages to come, with their table", 1, 0, ToCome(3), static scene =>
            Succeed(scene.Unmap(ref scene.A, 66, 3))),
        new("unmap touched pages among pages to come", 1, 0, static scene =>
        {
            ToCome(9)(scene);
            Touch66(scene);
        },
        static scene => Succeed(scene.Unmap(ref scene.A, 66, 8))),
    ];

    private static InvalidationCase[] UnmapsOfMore() =>
    [
        new("unmap a table", 0, 1, Filled(3), static scene => Succeed(scene.Unmap(ref scene.A, 64, 64))),
        new("unmap a table of tables", 0, 1, static scene => scene.Fill(ref scene.A, 4096 + 66, 3), static scene =>
            Succeed(scene.Unmap(ref scene.A, 4096, 4096))),
        new("unmap whole tables of pages to come", 1, 0, static scene => scene.Rig.Map(ref scene.A, 64, 128),
            static scene => Succeed(scene.Unmap(ref scene.A, 64, 128))),
        new("unmap a large page", 1, 0, LargeAt64, static scene => Succeed(scene.Unmap(ref scene.A, 64, 64))),
        new("unmap a part of a large page", 2, 0, LargeAt64, static scene => Succeed(scene.Unmap(ref scene.A, 66, 2))),
        new("unmap a page in tables shared by a fork", 1, 0, FilledAndForked(3), static scene =>
            Succeed(scene.Unmap(ref scene.A, 66, 1))),
        new("unmap a page to come in tables shared by a fork", 1, 0, ToComeBesideShared, static scene =>
            Succeed(scene.Unmap(ref scene.A, 66, 1))) { Reveal = WriteByOther },
        new("unmap a table shared by a fork", 0, 1, FilledAndForked(3), static scene =>
            Succeed(scene.Unmap(ref scene.A, 64, 64))),
    ];

    private static InvalidationCase[] Protects() =>
    [
        new("protect one page to read-only", 1, 0, Filled(40), static scene => Protect(scene, 1, PageRights.Read)),
        new("protect 32 pages to read-only", 32, 0, Filled(40), static scene => Protect(scene, 32, PageRights.Read)),
        new("protect 33 pages to read-only", 0, 1, Filled(40), static scene => Protect(scene, 33, PageRights.Read)),
        new("protect from writable to executable", 3, 0, Filled(3), static scene =>
            Protect(scene, 3, PageRights.Execute)),
        new("protect from executable to read-only", 3, 0, Executable(3), static scene =>
            Protect(scene, 3, PageRights.Read)),
        new("protect from executable to writable", 3, 0, Executable(3), static scene =>
            Protect(scene, 3, PageRights.Write)),
        new("protect from read-only to writable", 0, 0, ReadOnly(3), static scene =>
            Protect(scene, 3, PageRights.Write)),
        new("protect from read-only to executable", 0, 0, ReadOnly(3), static scene =>
            Protect(scene, 3, PageRights.Execute)),
        new("protect without a change", 0, 0, Filled(3), static scene => Protect(scene, 3, PageRights.Write)),
        new("protect pages to come", 0, 0, ToCome(3), static scene => Protect(scene, 3, PageRights.Read)),
    ];

    private static InvalidationCase[] ProtectsOfMore() =>
    [
        new("protect a large page to read-only", 1, 0, LargeAt64, static scene =>
            Succeed(scene.Protect(ref scene.A, 64, 64, PageRights.Read))),
        new("protect a part of a large page to read-only", 2, 0, LargeAt64, static scene =>
            Protect(scene, 2, PageRights.Read)),
        new("protect copy-on-write pages to read-only", 0, 0, WayOwned, static scene =>
            Protect(scene, 1, PageRights.Read)),
        new("protect a page to read-only in tables shared by a fork", 1, 0, SharedBeside, static scene =>
            Succeed(scene.Protect(ref scene.A, 68, 1, PageRights.Read))) { Reveal = WriteByOther },
    ];

    private static void Protect(PagingScene scene, int count, PageRights rights) =>
        Succeed(scene.Protect(ref scene.A, 66, count, rights));
}
