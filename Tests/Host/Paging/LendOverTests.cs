using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Pages that take the place of others at once, as those of long messages do: where all is as usual, and only there.
/// Tables have four pages here, of eight bytes each.
/// </summary>
public class LendOverTests
{
    private const int Source = 4;
    private const int Target = 8;

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0, 4)]
    [InlineData(1, 0, 3)]
    [InlineData(0, 1, 3)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 3, 1)]
    public void PagesOfOneTableAreInTheOthersPlaces(int from, int to, int count)
    {
        PagingScene scene = MakeScene();
        Assert.True(TryLend(scene, from, to, count));
        for (int page = 0; page < 4; page++)
        {
            bool isLent = page >= to && page < to + count;
            int content = isLent ? Source + from + page - to : Target + page;
            Assert.Equal(content, scene.Content(in scene.B, Target + page));
        }

        // Each keeps what it had when the other one writes.
        _ = scene.Write(ref scene.A, Source + from, 100);
        _ = scene.Write(ref scene.B, Target + to, 101);
        Assert.Equal((100, 101), (scene.Content(in scene.A, Source + from), scene.Content(in scene.B, Target + to)));
        scene.AssertSound();
    }

    [Theory]
    [InlineData(0, 0, 5)]
    [InlineData(2, 0, 3)]
    [InlineData(0, 2, 3)]
    public void PagesOfTwoTablesTakeACloserLook(int from, int to, int count) =>
        AssertRefused(MakeScene(), from, to, count);

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(4, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 4, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0, 2)]
    [InlineData(0, 0, 4)]
    public void PartsOfPagesAreNotLent(int fromOffset, int toOffset, int lengthOffset)
    {
        PagingScene scene = MakeScene();
        Assert.False(scene.Memory.TryLendOver(
            ref scene.A, scene.Rig.PageAt(Source) + new ByteCount((ulong)fromOffset), ref scene.B,
            scene.Rig.PageAt(Target) + new ByteCount((ulong)toOffset),
            scene.Rig.Pages(2) - new ByteCount((ulong)lengthOffset)));
        AssertUnchanged(scene);
    }

    [Theory]
    [InlineData("a page to read")]
    [InlineData("a page to come")]
    [InlineData("a hole")]
    public void EachPageMustBeThereToWrite(string what)
    {
        foreach (bool isSource in (bool[])[false, true])
        {
            for (int page = 0; page < 3; page++)
            {
                PagingScene scene = MakeScene();
                Spoil(scene, what, isSource, page);
                Assert.False(TryLend(scene, 0, 0, 3));
                scene.AssertSound();
            }
        }
    }

    [Fact]
    public void TheProcessorsSpaceIsNoTarget()
    {
        PagingScene scene = MakeScene();
        scene.Memory.Activate(ref scene.B);
        AssertRefused(scene, 0, 0, 1);
    }

    [Fact]
    public void ATableThatIsSharedIsNotWrittenTo()
    {
        PagingScene scene = MakeScene();
        scene.C = scene.Rig.Fork(ref scene.B);
        AssertRefused(scene, 0, 0, 1);
    }

    [Fact]
    public void WhatATableWithholdsIsNotLent()
    {
        PagingScene scene = MakeScene();
        scene.C = scene.Rig.Create();
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, Source, 4, ref scene.C, Source, PageRights.Read));
        Assert.False(scene.Memory.TryLendOver(
            ref scene.C, scene.Rig.PageAt(Source), ref scene.B, scene.Rig.PageAt(Target), scene.Rig.Pages(1)));
        AssertUnchanged(scene);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddressesOfTheKernelAreNoPages(bool isSource)
    {
        PagingScene scene = MakeScene();
        var kernel = new VirtAddr(0xFFFF_8000_0000_0000);
        Assert.False(scene.Memory.TryLendOver(
            ref scene.A, isSource ? kernel : scene.Rig.PageAt(Source), ref scene.B,
            isSource ? scene.Rig.PageAt(Target) : kernel, scene.Rig.Pages(1)));
        AssertUnchanged(scene);
    }

    // What the processor remembers of the target must go, though the target does not run.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ATargetThatComesBackSeesWhatWasLent(bool isAtOnce)
    {
        PagingScene scene = MakeScene(CpuFeatures.GibibytePages | CpuFeatures.ProcessContexts);
        VirtAddr target = scene.Rig.PageAt(Target);
        _ = scene.Rig.Access(ref scene.B, target, AccessKind.Write, out PhysAddr before);
        scene.Memory.Activate(ref scene.A);
        if (isAtOnce)
        {
            Assert.True(TryLend(scene, 0, 0, 1));
        }
        else
        {
            Assert.Equal(PagingError.None, scene.Lend(ref scene.A, Source, 1, ref scene.B, Target));
        }

        Assert.Null(scene.Rig.Access(ref scene.B, target, AccessKind.Read, out PhysAddr after));
        Assert.NotEqual(before, after);
        Assert.Equal(Source, scene.Rig.Physical.ReadByte(after));
    }

    private static PagingScene MakeScene(CpuFeatures features = CpuFeatures.GibibytePages)
    {
        var scene = new PagingScene(PagingScene.Small, features: features);
        scene.Fill(ref scene.A, Source, 8);
        scene.B = scene.Rig.Create();
        scene.Fill(ref scene.B, Target, 8);
        return scene;
    }

    private static bool TryLend(PagingScene scene, int from, int to, int count) => scene.Memory.TryLendOver(
        ref scene.A, scene.Rig.PageAt(Source + from), ref scene.B, scene.Rig.PageAt(Target + to),
        scene.Rig.Pages(count));

    private static void Spoil(PagingScene scene, string what, bool isSource, int page)
    {
        ref AddressSpace space = ref isSource ? ref scene.A : ref scene.B;
        int number = (isSource ? Source : Target) + page;
        if (what == "a page to read")
        {
            Assert.Equal(PagingError.None, scene.Protect(ref space, number, 1, PageRights.Read));
            return;
        }

        Assert.Equal(PagingError.None, scene.Unmap(ref space, number, 1));
        if (what == "a page to come")
        {
            scene.Rig.Map(ref space, number, 1);
        }
    }

    private static void AssertRefused(PagingScene scene, int from, int to, int count)
    {
        Assert.False(TryLend(scene, from, to, count));
        AssertUnchanged(scene);
    }

    private static void AssertUnchanged(PagingScene scene)
    {
        for (int page = 0; page < 8; page++)
        {
            Assert.Equal(Source + page, scene.Content(in scene.A, Source + page));
            Assert.Equal(Target + page, scene.Content(in scene.B, Target + page));
        }

        scene.AssertSound();
    }
}
