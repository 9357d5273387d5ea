using System;
using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// What is done most often takes the short way: no more reads and writes of entries than these. On four levels a walk
/// reads three entries above the one that it is for.
/// </summary>
public class ShortWayTests
{
    private static readonly Dictionary<string, (ulong Most, Action<PagingScene> Do)> s_ways = new()
    {
        ["write to a page to come"] = (5, static scene => Fault(scene, 6, AccessKind.Write)),
        ["read of a page to come"] = (6, static scene => Fault(scene, 6, AccessKind.Read)),
        ["write to a shared page"] = (5, static scene => Fault(scene, 5, AccessKind.Write)),
        ["write to a large page that was shared"] = (10, static scene => Fault(scene, 16, AccessKind.Write)),
        ["spurious read"] = (4, static scene => Fault(scene, 5, AccessKind.Read)),
        ["unmap of a page"] = (5, static scene => Succeed(scene.Unmap(ref scene.A, 5, 1))),
        ["unmap of much where nothing is"] = (4, static scene => Succeed(scene.Unmap(ref scene.A, 65, 61))),
        ["unmap of a table"] = (26, static scene => Succeed(scene.Unmap(ref scene.A, 4, 4))),
        ["map of a page"] = (14, static scene => scene.Rig.Map(ref scene.A, 4, 1)),
        ["map of a frame"] = (5, static scene => Succeed(scene.MapBlock(ref scene.A, 4, level: 1))),
        ["protect of a page"] = (18, static scene => Succeed(scene.Protect(ref scene.A, 7, 1, PageRights.Read))),
        ["protect of large pages"] = (24, static scene => Succeed(scene.Protect(ref scene.A, 16, 8, PageRights.Read))),
        ["lend of a page beside others"] = (10, static scene => Succeed(scene.Lend(ref scene.A, 7, 1, ref scene.B, 7))),
        ["lend of pages beside others"] = (20, static scene => Succeed(scene.Lend(ref scene.A, 6, 2, ref scene.B, 6))),
        ["lend of a page to come"] = (17, static scene => Succeed(scene.Lend(ref scene.A, 6, 1, ref scene.B, 6))),
        ["lend of a page over another"] = (19, static scene => Succeed(scene.Lend(ref scene.A, 7, 1, ref scene.B, 4))),
        ["lend of a table"] = (12, static scene => Succeed(scene.Lend(ref scene.A, 4, 4, ref scene.B, 8))),
        ["lend across tables"] = (49, static scene => Succeed(scene.Lend(ref scene.A, 6, 4, ref scene.B, 6))),
        ["lend of nothing over tables"] = (72, static scene => Succeed(scene.Lend(ref scene.A, 34, 9, ref scene.B, 2))),
        ["first write after a fork"] = (46, static scene => ForkAndWrite(scene)),
    };

    public static TheoryData<string> Ways => [.. s_ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void NoMoreEntriesAreReadAndWritten(string way)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 5, 1);
        scene.Fill(ref scene.A, 7, 1);
        scene.Rig.Map(ref scene.A, 6, 1);
        Succeed(scene.MapBlock(ref scene.A, 16, level: 2));
        Succeed(scene.MapBlock(ref scene.A, 20, level: 2));
        scene.B = scene.Rig.Create();
        scene.Fill(ref scene.B, 4, 1);
        Succeed(scene.Lend(ref scene.A, 5, 1, ref scene.B, 5));
        scene.C = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, 16, 4, ref scene.C, 16));
        scene.End(ref scene.C);
        (ulong most, Action<PagingScene> act) = s_ways[way];
        ulong before = SimMachine.Current.EntryAccesses;
        act(scene);
        Assert.InRange(SimMachine.Current.EntryAccesses - before, 1UL, most);
    }

    private static void Fault(PagingScene scene, int page, AccessKind kind) =>
        Assert.True(scene.Fault(ref scene.A, page, kind) <= FaultOutcome.StackGrown);

    private static void ForkAndWrite(PagingScene scene)
    {
        scene.D = scene.Rig.Fork(ref scene.A);
        Fault(scene, 5, AccessKind.Write);
    }

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
