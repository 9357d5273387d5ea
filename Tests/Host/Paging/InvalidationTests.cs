using System;
using System.Linq;
using Kernel.Machines;
using Kernel.Simulation;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Each operation invalidates what it must, once, and nothing else; without that, harm is found and laid at the
/// operation's door.
/// </summary>
public sealed class InvalidationTests : IDisposable
{
    private const ulong KeepsTranslations = 1UL << 63;

    public static TheoryData<string> Cases => [.. InvalidationCases.All.Select(static each => each.Name)];

    /// <summary>The thread's next test gets a machine that forgets what it is told to.</summary>
    public void Dispose() => SimMachine.Reset();

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfTheSpaceThatRunsAreWhatTheyMustBe(string name)
    {
        (InvalidationCase operation, PagingScene scene) = Build(name);
        AssertIssued(scene, operation, operation.Pages, operation.Roots);
        operation.Reveal(scene);
        scene.AssertSound();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfASpaceThatDoesNotRunAreNone(string name)
    {
        (InvalidationCase operation, PagingScene scene) = Build(name);
        scene.D = scene.Rig.Create();
        scene.Memory.Activate(ref scene.D);
        AssertIssued(scene, operation, pages: 0, roots: 0);
        scene.Memory.Activate(ref scene.A);
        scene.AssertSound();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfASpaceWithAContextWaitUntilItRuns(string name)
    {
        (InvalidationCase operation, PagingScene scene) = Build(name, CpuFeatures.ProcessContexts);
        scene.D = scene.Rig.Create();
        scene.Memory.Activate(ref scene.D);
        AssertIssued(scene, operation, pages: 0, roots: 0);
        int before = scene.Rig.Mmu.RootWrites;
        scene.Memory.Activate(ref scene.A);
        Assert.Equal(before + 1, scene.Rig.Mmu.RootWrites);
        Assert.Equal(!operation.IsNeeded, (SimMachine.Current.WrittenRoot & KeepsTranslations) != 0);
        scene.AssertSound();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AreMissedWhereTheyWereForgotten(string name)
    {
        (InvalidationCase operation, PagingScene scene) = Build(name);
        var watch = new FreedFrameWatch(scene.Rig);
        SimMachine.Current.IgnoresInvalidations = true;
        Do(operation, scene);
        Reveal(operation, scene);
        AssertFound(operation, scene, watch);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AreMissedWhereAContextWasKept(string name)
    {
        (InvalidationCase operation, PagingScene scene) = Build(name, CpuFeatures.ProcessContexts);
        var watch = new FreedFrameWatch(scene.Rig);
        scene.D = scene.Rig.Create();
        scene.Memory.Activate(ref scene.D);
        Do(operation, scene);
        SimMachine.Current.IgnoresInvalidations = true;
        scene.Memory.Activate(ref scene.A);
        Reveal(operation, scene);
        AssertFound(operation, scene, watch);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ComeBeforeFramesAreFree(string name)
    {
        (InvalidationCase operation, PagingScene scene) = Build(name);
        var watch = new FreedFrameWatch(scene.Rig);
        int asked = 0;
        SimMachine.Current.BeforeInvalidation = () =>
        {
            asked++;
            Assert.Null(watch.FindHeld());
        };
        Do(operation, scene);
        Assert.Equal(operation.Pages + operation.Roots, asked);
        Assert.Null(watch.FindHeld());
    }

    private static void AssertIssued(PagingScene scene, InvalidationCase operation, int pages, int roots)
    {
        SimMmu mmu = scene.Rig.Mmu;
        (int pagesBefore, int rootsBefore) = (mmu.PageInvalidations, mmu.RootWrites);
        Kernel.Memory.Invalidations before = scene.Memory.Invalidations;
        operation.Do(scene);
        Assert.Equal((pages, roots), (mmu.PageInvalidations - pagesBefore, mmu.RootWrites - rootsBefore));
        Assert.Equal(before.PagesIssued + (ulong)pages, scene.Memory.Invalidations.PagesIssued);
        Assert.Equal(before.WholeIssued + (ulong)roots, scene.Memory.Invalidations.WholeIssued);
    }

    private static void AssertFound(InvalidationCase operation, PagingScene scene, FreedFrameWatch watch)
    {
        StaleReport? harm = scene.Rig.Mmu.FindHarm();
        HeldReference? held = watch.FindHeld();
        string[] culprits = [.. harm?.Culprits ?? [], .. held?.Culprits ?? []];
        Assert.Equal(operation.IsNeeded, culprits.Contains(operation.Name));
        Assert.Equal(operation.IsNeeded, (harm is not null || held is not null));
    }

    private static void Do(InvalidationCase operation, PagingScene scene)
    {
        using (scene.Rig.Mmu.Operation(operation.Name))
        {
            operation.Do(scene);
        }
    }

    private static void Reveal(InvalidationCase operation, PagingScene scene)
    {
        using (scene.Rig.Mmu.Operation("later"))
        {
            operation.Reveal(scene);
        }
    }

    private static (InvalidationCase Operation, PagingScene Scene) Build(
        string name, CpuFeatures features = CpuFeatures.None)
    {
        InvalidationCase operation = InvalidationCases.All.Single(each => each.Name == name);
        PagingScene scene = InvalidationCase.NewScene(features | CpuFeatures.GibibytePages);
        operation.Build(scene);
        scene.Rig.ReapAll();
        scene.AssertSound();
        return (operation, scene);
    }
}
