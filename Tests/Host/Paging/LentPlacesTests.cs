using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// One page or two of every kind, lent over every kind: the target sees what the source does with no more rights, and
/// nothing else has changed. Pages 4 to 7 stand in one table.
/// </summary>
public class LentPlacesTests
{
    private static readonly Dictionary<string, Action<PagingScene>> s_sources = new()
    {
        ["nothing at all"] = static _ => { },
        ["nothing in a table"] = static scene => scene.Fill(ref scene.A, 7, 1),
        ["to come"] = static scene => scene.Rig.Map(ref scene.A, 5, 2),
        ["to come in one entry"] = static scene => scene.Rig.Map(ref scene.A, 4, 4),
        ["written"] = static scene => scene.Fill(ref scene.A, 4, 4),
        ["read-only"] = static scene => Touched(scene, PageRights.Read),
        ["executable"] = static scene => Touched(scene, PageRights.Execute),
        ["below a shared table"] = Forked,
        ["shared themselves"] = static scene =>
        {
            Forked(scene);
            Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, 7, 7));
        },
        ["below a read-only table"] = static scene => Borrowed(scene, PageRights.Write, PageRights.Read),
        ["below a table that forbids execution"] = static scene => Borrowed(scene, PageRights.Execute, PageRights.Write),
        ["a large page"] = static scene => Succeed(scene.MapBlock(ref scene.A, 4, level: 2)),
        ["a guard"] = static scene => Succeed(scene.Memory.MapStack(ref scene.A, scene.Rig.Range(5, 2))),
    };

    private static readonly Action<PagingScene>[] s_targets =
    [
        static _ => { },
        static scene => scene.Fill(ref scene.B, 7, 1),
        static scene => scene.Fill(ref scene.B, 4, 4),
        static scene => scene.Rig.Map(ref scene.B, 5, 3),
        static scene => Succeed(scene.MapBlock(ref scene.B, 4, level: 2)),
        static scene =>
        {
            scene.Fill(ref scene.B, 6, 2);
            scene.D = scene.Rig.Fork(ref scene.B);
        },
    ];

    private static readonly PageRights[] s_allowed =
        [PageRights.Read, PageRights.Write, PageRights.Execute, PageRights.Write | PageRights.Execute];

    public static TheoryData<string> Sources => [.. s_sources.Keys];

    [Theory]
    [MemberData(nameof(Sources))]
    public void TheTargetSeesWhatTheSourceDoes(string source)
    {
        foreach (Action<PagingScene> target in s_targets)
        {
            foreach (PageRights allowed in s_allowed)
            {
                for (int count = 1; count <= 3; count++)
                {
                    AssertLent(Built(source, target), count, allowed, runsTarget: false);
                    AssertLent(Built(source, target), count, allowed, runsTarget: true);
                }
            }
        }
    }

    [Theory]
    [InlineData(PageRights.Combine)]
    [InlineData(PageRights.Uncached)]
    [InlineData((PageRights)16)]
    public void RightsThatPagesCannotHaveAreRefused(PageRights allowed)
    {
        PagingScene scene = Built("written", s_targets[1]);
        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        Assert.Equal(PagingError.RightsNotSupported, scene.Lend(ref scene.A, 5, 1, ref scene.B, 5, allowed));
        before.AssertUnchanged(scene.Spaces, "rights");
    }

    private static void AssertLent(PagingScene scene, int count, PageRights allowed, bool runsTarget)
    {
        scene.Memory.Activate(ref runsTarget ? ref scene.B : ref scene.A);
        PageInfo[] source = Infos(scene, in scene.A);
        PageInfo[] target = Infos(scene, in scene.B);
        int before = scene.Rig.Mmu.PageInvalidations + scene.Rig.Mmu.RootWrites;
        Succeed(scene.Lend(ref scene.A, 4, count, ref scene.B, 4, allowed));
        bool hadWritable = source.Take(count).Any(static info => info.State == PageState.Writable);
        bool isQuiet = scene.Rig.Mmu.PageInvalidations + scene.Rig.Mmu.RootWrites == before;
        Assert.True(isQuiet || runsTarget || hadWritable, "the source lost nothing");
        for (int page = 0; page < 4; page++)
        {
            PageInfo here = scene.Rig.Query(in scene.A, 4 + page);
            PageInfo there = scene.Rig.Query(in scene.B, 4 + page);
            AssertSame(source[page], here, source[page].Rights);
            AssertSame(page < count ? source[page] : target[page], there,
                page < count ? source[page].Rights & allowed : target[page].Rights);
            Assert.True(page >= count || (here.State != PageState.Writable && there.State != PageState.Writable));
        }

        scene.AssertSound();
    }

    private static void AssertSame(PageInfo expected, PageInfo actual, PageRights rights)
    {
        static PageState Alike(PageState state) => state == PageState.Writable ? PageState.Present : state;
        Assert.Equal(Alike(expected.State), Alike(actual.State));
        Assert.Equal((expected.Kind, rights, expected.Frame), (actual.Kind, actual.Rights, actual.Frame));
    }

    private static PageInfo[] Infos(PagingScene scene, in AddressSpace space)
    {
        AddressSpace looked = space;
        return [.. Enumerable.Range(4, 4).Select(page => scene.Rig.Query(in looked, page))];
    }

    private static PagingScene Built(string source, Action<PagingScene> target)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.B = scene.Rig.Create();
        s_sources[source](scene);
        target(scene);
        return scene;
    }

    private static void Touched(PagingScene scene, PageRights rights)
    {
        scene.Rig.Map(ref scene.A, 4, 4, rights);
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, 4));
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, 5));
    }

    private static void Forked(PagingScene scene)
    {
        scene.Fill(ref scene.A, 4, 4);
        scene.C = scene.Rig.Fork(ref scene.A);
    }

    // The whole table is another space's, too, and the entry above it allows less than the pages do.
    private static void Borrowed(PagingScene scene, PageRights rights, PageRights allowed)
    {
        scene.C = scene.Rig.Create();
        scene.Rig.Map(ref scene.C, 4, 4, rights);
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.C, 4));
        Succeed(scene.Lend(ref scene.C, 4, 4, ref scene.A, 4, allowed));
    }

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
