using System.Collections.Generic;
using Kernel.Memory;
using Kernel.Units;
using Xunit;
using static Kernel.Tests.Host.Paging.FaultMapping;

namespace Kernel.Tests.Host.Paging;

/// <summary>How each kind of mapping of docs/05-fault-outcomes.md comes about.</summary>
internal static class FaultMappings
{
    public static IReadOnlyList<FaultMapping> All { get; } =
        [.. Nothing(), .. ToCome(), .. Present(), .. Shared(), .. Lent(), .. Large(), .. Outside()];

    private static FaultMapping[] Nothing() =>
    [
        At("nothing, beside a page", Page, static scene => scene.Fill(ref scene.A, Page - 1, 1)),
        At("nothing, and no table either", Page, static _ => { }),
        At("the guard below a stack", Page, MapStack),
        At("below the guard of a stack", Page - 1, MapStack),
    ];

    private static FaultMapping[] ToCome() =>
    [
        At("read-only page to come", Page, static scene => Map(scene, PageRights.Read)),
        At("writable page to come", Page, static scene => Map(scene, PageRights.Write)),
        At("executable page to come", Page, static scene => Map(scene, PageRights.Execute)),
        At("page to come of a stack", Page + 1, MapStack),
        At("writable page to come, one entry for a whole table", Page, static scene =>
            scene.Rig.Map(ref scene.A, Table, 4)),
        At("writable page to come, below a shared table", Page, static scene =>
        {
            Map(scene, PageRights.Write);
            scene.B = scene.Rig.Fork(ref scene.A);
        }),
    ];

    private static FaultMapping[] Present() =>
    [
        At("read-only page", Page, static scene => MapAndRead(scene, PageRights.Read)),
        At("executable page", Page, static scene => MapAndRead(scene, PageRights.Execute)),
        At("writable page", Page, static scene => scene.Fill(ref scene.A, Page, 1)),
    ];

    private static FaultMapping[] Shared() =>
    [
        At("writable page that others have, too", Page, ForkAndOwnTheWay),
        At("writable page whose other owner is gone", Page, static scene =>
        {
            ForkAndOwnTheWay(scene);
            scene.End(ref scene.B);
        }),
        At("writable page below a shared table", Page, static scene =>
        {
            scene.Fill(ref scene.A, Page, 1);
            scene.B = scene.Rig.Fork(ref scene.A);
        }),
        At("writable page below a table whose other owner is gone", Page, static scene =>
        {
            scene.Fill(ref scene.A, Page, 1);
            scene.B = scene.Rig.Fork(ref scene.A);
            scene.End(ref scene.B);
        }),
        At("page made writable that others have, too", Page, static scene =>
        {
            MapAndRead(scene, PageRights.Read);
            scene.B = scene.Rig.Fork(ref scene.A);
            Succeed(scene.Protect(ref scene.A, Page, 1, PageRights.Write));
        }),
    ];

    private static FaultMapping[] Lent() =>
    [
        At("writable page to come, in a table lent read-only", Page, static scene =>
            LendTable(scene, PageRights.Write, touched: Page + 1, PageRights.Read)),
        At("writable page in a table lent read-only", Page, static scene =>
            LendTable(scene, PageRights.Write, touched: Page, PageRights.Read)),
        At("executable page in a table lent without execution", Page, static scene =>
            LendTable(scene, PageRights.Execute, touched: Page, PageRights.Write)),
    ];

    private static FaultMapping[] Large() =>
    [
        At("writable large page", Page, static scene => Succeed(scene.MapBlock(ref scene.A, Table, level: 2))),
        At("large page that others have, too", Page, ForkLargeAndOwnTheWay),
        At("large page whose other owner is gone", Page, static scene =>
        {
            ForkLargeAndOwnTheWay(scene);
            scene.End(ref scene.B);
        }),
        At("lent piece of a large page", Page, LendPiece),
        At("rest of a large page with a lent piece", Page + 1, LendPiece),
    ];

    private static FaultMapping[] Outside() =>
    [
        At("the first page of all", 0, static scene => Map(scene, PageRights.Write)),
        At("the last page of the user half", 127, static scene => scene.Rig.Map(ref scene.A, 126, 1)),
        new("not canonical", static _ => new VirtAddr(1UL << 63 | 8)),
        new("the kernel's half", static scene => scene.Rig.Geometry.Canonical(scene.Rig.PageAt(130))),
    ];

    private static void Map(PagingScene scene, PageRights rights) => scene.Rig.Map(ref scene.A, Page, 1, rights);

    private static void MapAndRead(PagingScene scene, PageRights rights)
    {
        Map(scene, rights);
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, Page));
    }

    private static void MapStack(PagingScene scene) =>
        Succeed(scene.Memory.MapStack(ref scene.A, scene.Rig.Range(Page, 3)));

    private static void ForkAndOwnTheWay(PagingScene scene)
    {
        scene.Fill(ref scene.A, Page, 2);
        scene.B = scene.Rig.Fork(ref scene.A);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, Page + 1, 1));
    }

    // The neighbour of the large page stands in the last table, which the two entries above lead to.
    private static void ForkLargeAndOwnTheWay(PagingScene scene)
    {
        Succeed(scene.MapBlock(ref scene.A, Table, level: 2));
        scene.Fill(ref scene.A, Table + 4, 1);
        scene.B = scene.Rig.Fork(ref scene.A);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, Table + 4, 1));
    }

    private static void LendTable(PagingScene scene, PageRights rights, int touched, PageRights allowed)
    {
        scene.B = scene.Rig.Create();
        scene.Rig.Map(ref scene.B, Page, 3, rights);
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.B, touched));
        Succeed(scene.Lend(ref scene.B, Table, 4, ref scene.A, Table, allowed));
        Assert.Equal(scene.Rig.Pages(1), scene.Rig.Query(in scene.A, Page).Size);
    }

    private static void LendPiece(PagingScene scene)
    {
        Succeed(scene.MapBlock(ref scene.A, Table, level: 2));
        scene.B = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, Page, 1, ref scene.B, Page));
    }

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
