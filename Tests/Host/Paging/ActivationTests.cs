using System;
using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Which space runs, and what CR3 is written with for that.</summary>
public class ActivationTests
{
    private const ulong KeepsTranslations = 1UL << 63;
    private const ulong ContextMask = 0xFFF;
    private const int Contexts = 63;

    private static ulong Written => SimMachine.Current.WrittenRoot;

    [Fact]
    public void TheSpaceThatRunsIsNotActivatedAgain()
    {
        PagingScene scene = NewScene();
        Assert.Equal(0, WritesOf(scene, () => scene.Memory.Activate(ref scene.A)));
        Assert.Equal(1, WritesOf(scene, () => scene.Memory.Activate(ref scene.B)));
        Assert.Equal(scene.B.Root.Address.Value, Written);
        Assert.Equal(1, WritesOf(scene, () => scene.Memory.Activate(ref scene.A)));
        Assert.Equal(scene.A.Root.Address.Value, Written);
        Assert.Equal(1, WritesOf(scene, () => scene.Memory.Activate(ref scene.B)));
        Assert.Equal(scene.B.Root.Address.Value, Written);
        Assert.Equal(1, WritesOf(scene, () => scene.Memory.ActivateKernel()));
        Assert.Equal(0, WritesOf(scene, () => scene.Memory.ActivateKernel()));
        Assert.Equal(1, WritesOf(scene, () => scene.Memory.Activate(ref scene.B)));
        Assert.Equal(scene.B.Root.Address.Value, Written);
    }

    [Fact]
    public void EachChangeOfTheSpaceIsCounted()
    {
        PagingScene scene = NewScene();
        ulong before = scene.Memory.Switches;
        scene.Memory.Activate(ref scene.B);
        scene.Memory.Activate(ref scene.B);
        scene.Memory.Activate(ref scene.A);
        scene.Memory.ActivateKernel();
        Assert.Equal(before + 3, scene.Memory.Switches);
    }

    [Fact]
    public void DestroyingTheSpaceThatRunsLeavesIt()
    {
        PagingScene scene = NewScene();
        ulong switches = scene.Memory.Switches;
        Assert.Equal(0, WritesOf(scene, () => scene.Memory.Destroy(ref scene.B)));
        Assert.Equal(1, WritesOf(scene, () => scene.Memory.Destroy(ref scene.A)));
        Assert.Equal(PagingRig.KernelRoot.Address.Value, Written);
        Assert.Equal(switches + 1, scene.Memory.Switches);
        scene.AssertSound();
    }

    [Fact]
    public void AContextIsFlushedAtFirstAndKeptAfterwards()
    {
        PagingScene scene = NewScene(CpuFeatures.ProcessContexts);
        Assert.Equal(0UL, Written & KeepsTranslations);
        scene.Memory.Activate(ref scene.B);
        Assert.Equal(0UL, Written & KeepsTranslations);
        scene.Memory.Activate(ref scene.A);
        Assert.Equal(KeepsTranslations, Written & KeepsTranslations);
        Assert.NotEqual(0UL, Written & ContextMask);
        scene.Memory.Activate(ref scene.B);
        Assert.Equal(KeepsTranslations, Written & KeepsTranslations);
    }

    [Fact]
    public void ASpaceThatFindsNoContextIsFlushedEachTime()
    {
        PagingScene scene = NewScene(CpuFeatures.ProcessContexts);
        AddressSpace[] others = [.. Enumerable.Range(0, Contexts - 2).Select(_ => scene.Rig.Create())];
        scene.C = scene.Rig.Create();
        scene.Fill(ref scene.C, 5, 1);
        for (int i = 0; i < 2; i++)
        {
            scene.Memory.Activate(ref scene.C);
            Assert.Equal(scene.C.Root.Address.Value, Written);
            scene.Memory.Activate(ref scene.A);
        }

        Assert.Equal(KeepsTranslations, Written & KeepsTranslations);
        Assert.Equal(Contexts - 2, others.Select(static other => other.Register & ContextMask).Distinct().Count());
        foreach (ref AddressSpace other in others.AsSpan())
        {
            scene.End(ref other);
        }

        scene.AssertSound();
    }

    [Fact]
    public void AnEditTakesTheContextOfNobodyElse()
    {
        PagingScene scene = NewScene(CpuFeatures.ProcessContexts);
        scene.C = scene.Rig.Create();
        scene.Memory.Activate(ref scene.C);
        scene.Memory.Activate(ref scene.B);
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.A, 5, 1));
        scene.Memory.Activate(ref scene.C);
        Assert.Equal(KeepsTranslations, Written & KeepsTranslations);
        scene.Memory.Activate(ref scene.A);
        Assert.Equal(0UL, Written & KeepsTranslations);
        scene.AssertSound();
    }

    // The new space has the root frame and the context of one that is gone.
    [Fact]
    public void ANewSpaceDoesNotInheritAContext()
    {
        PagingScene scene = NewScene(CpuFeatures.ProcessContexts);
        ulong first = Written;
        Frame root = scene.A.Root;
        scene.End(ref scene.A);
        scene.A = scene.Rig.Create();
        Assert.Equal(root, scene.A.Root);
        scene.Memory.Activate(ref scene.A);
        Assert.Equal(first, Written);
        scene.Rig.AssertNoHarm();
    }

    private static int WritesOf(PagingScene scene, System.Action action)
    {
        int before = scene.Rig.Mmu.RootWrites;
        action();
        return scene.Rig.Mmu.RootWrites - before;
    }

    private static PagingScene NewScene(CpuFeatures features = CpuFeatures.None)
    {
        var scene = new PagingScene(PagingScene.Small, features: features);
        scene.Fill(ref scene.A, 5, 2);
        scene.B = scene.Rig.Create();
        return scene;
    }
}
