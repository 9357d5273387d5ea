using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Fork where other kernels went wrong.</summary>
public class ForkBugTests
{
    private static readonly PageRights[] s_rights = [PageRights.Read, PageRights.Write, PageRights.Execute];

    // SerenityOS: the child exits, the parent writes; it copied, from a reserve that was gone.
    [Fact]
    public void AfterTheChildIsGoneTheParentWritesWithoutACopy()
    {
        PagingScene scene = NewScene();
        FrameCount free = scene.Memory.Frames.Free;
        scene.B = scene.Rig.Fork(ref scene.A);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 5, 1));
        scene.End(ref scene.B);
        List<Frame> taken = scene.Rig.LeaveFree(0);
        Assert.Equal(FaultOutcome.MadeWritable, scene.Write(ref scene.A, 5, 1));
        Assert.Equal(FaultOutcome.MadeWritable, scene.Write(ref scene.A, 6, 1));
        scene.Rig.GiveBack(taken);
        Assert.Equal(free, scene.Memory.Frames.Free);
        scene.AssertSound();
    }

    // SerenityOS: what was reserved for a child's copies leaked at its exit. Nothing is, however it lived.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void ADeadChildGivesBackEveryFrame(int writes)
    {
        PagingScene scene = NewScene();
        FrameCount free = scene.Memory.Frames.Free;
        FrameCount charged = scene.Memory.Charged;
        for (int generation = 0; generation < 20; generation++)
        {
            scene.B = scene.Rig.Fork(ref scene.A);
            for (int page = 4; page < 4 + writes; page++)
            {
                Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, page, 1));
            }

            scene.End(ref scene.B);
            Assert.Equal((free, charged), (scene.Memory.Frames.Free, scene.Memory.Charged));
        }

        scene.AssertSound();
    }

    // SerenityOS: out of memory inside a copy-on-write fault took the page from its siblings.
    [Fact]
    public void WithoutMemoryForACopyAllKeepThePage()
    {
        PagingScene scene = NewScene();
        scene.B = scene.Rig.Fork(ref scene.A);
        scene.C = scene.Rig.Fork(ref scene.B);
        List<Frame> taken = scene.Rig.LeaveFree(3);
        Assert.Equal(FaultOutcome.OutOfMemory, scene.Write(ref scene.B, 5, 1));
        scene.Rig.GiveBack(taken);
        Assert.Equal([5, 5, 5], new[] { scene.A, scene.B, scene.C }.Select(space => (int)scene.Content(in space, 5)));
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 5, 1));
        Assert.Equal([5, 1, 5], new[] { scene.A, scene.B, scene.C }.Select(space => (int)scene.Content(in space, 5)));
        scene.AssertSound();
    }

    // xv6: the copy of an entry had more rights than the entry. The processor itself is asked.
    [Fact]
    public void NobodyHasMoreRightsAfterAFork()
    {
        var scene = new PagingScene(PagingScene.Small);
        for (int i = 0; i < s_rights.Length; i++)
        {
            scene.Rig.Map(ref scene.A, 5 + (4 * i), 2, s_rights[i]);
            Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, 5 + (4 * i)));
        }

        HashSet<(int, AccessKind)> before = Allowed(scene, ref scene.A);
        PageRights[] rights = [.. RightsOf(scene, in scene.A)];
        scene.B = scene.Rig.Fork(ref scene.A);
        Assert.Subset(before, Allowed(scene, ref scene.A));
        Assert.Subset(before, Allowed(scene, ref scene.B));
        Assert.DoesNotContain(Allowed(scene, ref scene.B), static access => access.Item2 == AccessKind.Write);
        Assert.Equal(rights, RightsOf(scene, in scene.A));
        Assert.Equal(rights, RightsOf(scene, in scene.B));
    }

    private static HashSet<(int Page, AccessKind Kind)> Allowed(PagingScene scene, ref AddressSpace space)
    {
        scene.Memory.Activate(ref space);
        return [.. from page in Enumerable.Range(0, scene.Rig.UserPages)
                   from kind in System.Enum.GetValues<AccessKind>()
                   where scene.Rig.Mmu.Walk(scene.Rig.PageAt(page), kind, Ring.User).IsTranslated
                   select (page, kind)];
    }

    private static PageRights[] RightsOf(PagingScene scene, in AddressSpace space)
    {
        AddressSpace looked = space;
        return [.. Enumerable.Range(0, scene.Rig.UserPages).Select(page => scene.Rig.Query(in looked, page).Rights)];
    }

    private static PagingScene NewScene()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 4, 4);
        return scene;
    }
}
