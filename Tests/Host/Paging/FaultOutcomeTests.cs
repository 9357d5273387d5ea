using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Every error code, on every kind of mapping, becomes what docs/05-fault-outcomes.md says; what is refused, or was
/// spurious, leaves no trace.
/// </summary>
public class FaultOutcomeTests
{
    private static readonly FaultTables s_tables = new();

    // None, and those next to the defined ones and at the ends: seven to fourteen lie between.
    private static readonly ulong[] s_undefined = [0, 1 << 7, 1 << 8, 1 << 14, 1 << 16, 1UL << 31, 1UL << 63];

    public static TheoryData<string> Mappings => [.. FaultMappings.All.Select(static each => each.Name)];

    [Fact]
    public void ThePageAndTheTestKnowTheSameMappings() =>
        Assert.Equal(s_tables.Mappings.Order(), FaultMappings.All.Select(static each => each.Name).Order());

    [Fact]
    public void ThePageHasEveryOutcomeButThatOfScarceMemory() =>
        Assert.Equal(
            Enum.GetValues<FaultOutcome>().Where(static each => each != FaultOutcome.OutOfMemory),
            s_tables.Outcomes.Distinct().Order());

    [Theory]
    [MemberData(nameof(Mappings))]
    public void EveryErrorCodeBecomesWhatThePageSays(string name)
    {
        FaultMapping mapping = FaultMappings.All.Single(each => each.Name == name);
        PagingScene scene = NewScene(mapping, out VirtAddr address);
        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        foreach (ulong bits in Codes())
        {
            FaultOutcome expected = s_tables.Of(name, bits);
            AssertWalk(scene, address, bits, expected);
            FaultOutcome outcome = scene.Memory.ResolveFault(ref scene.A, address, new PageFaultCode(bits));
            Assert.True(expected == outcome, $"code 0x{bits:x}: {outcome}, not {expected}");
            if (expected is FaultOutcome.Spurious or > FaultOutcome.StackGrown)
            {
                before.AssertUnchanged(scene.Spaces, $"code 0x{bits:x}");
                continue;
            }

            scene.AssertSound();
            Assert.True(scene.Rig.Mmu.Walk(address, s_tables.KindOf(bits), Ring.User).IsTranslated);
            scene = NewScene(mapping, out address);
            before = new PagingSnapshot(scene.Rig, scene.Spaces);
        }
    }

    // The processor's own view: a spurious fault is one that does not come again, any other would.
    private static void AssertWalk(PagingScene scene, VirtAddr address, ulong bits, FaultOutcome expected)
    {
        if (expected is FaultOutcome.Spurious or FaultOutcome.DemandZero or FaultOutcome.Copied
            or FaultOutcome.MadeWritable or FaultOutcome.StackGrown or FaultOutcome.NotMapped
            or FaultOutcome.NotWritable or FaultOutcome.NotExecutable or FaultOutcome.OutsideUserSpace)
        {
            AccessOutcome walk = scene.Rig.Mmu.Walk(address, s_tables.KindOf(bits), Ring.User);
            Assert.Equal(expected == FaultOutcome.Spurious, walk.IsTranslated);
        }
    }

    private static IEnumerable<ulong> Codes()
    {
        int[] bits = [.. s_tables.Bits];
        Assert.Equal(8, bits.Length);
        return from undefined in s_undefined
               from set in Enumerable.Range(0, 1 << bits.Length)
               select bits.Where((_, i) => (set >> i & 1) != 0).Aggregate(undefined, (code, bit) => code | 1UL << bit);
    }

    private static PagingScene NewScene(FaultMapping mapping, out VirtAddr address)
    {
        var scene = new PagingScene(PagingScene.Small);
        address = mapping.Build(scene);
        scene.Rig.ReapAll();
        scene.AssertSound();
        return scene;
    }
}
