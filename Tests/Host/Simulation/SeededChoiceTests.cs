using System.Collections.Generic;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>The machine that takes one of all that may serve an access, by lot.</summary>
public sealed class SeededChoiceTests
{
    [Fact]
    public void SameSeedGivesTheSameOutcomes() => Assert.Equal(Outcomes(seed: 7), Outcomes(seed: 7));

    [Fact]
    public void SeedsDifferAndBothOldAndNewAreTaken()
    {
        List<AccessOutcome> outcomes = [];
        for (int seed = 0; seed < 20; seed++)
        {
            outcomes.AddRange(Outcomes(seed));
        }

        Assert.NotEqual(Outcomes(seed: 7), Outcomes(seed: 8));
        Assert.Contains(outcomes, static outcome => outcome.IsTranslated);
        Assert.Contains(outcomes, static outcome => !outcome.IsTranslated);
    }

    [Fact]
    public void WhatWasTakenIsJudged()
    {
        TableSpace space = Replaced(seed: 1, out PhysAddr old);
        int stale = 0;
        for (int turn = 0; turn < 50; turn++)
        {
            AccessResult result = space.Mmu.Access(space.Page(5), AccessKind.Write, Ring.User);
            bool isOld = result.Outcome.Translation.Address == old;
            Assert.Equal(isOld ? Staleness.WrongFrame : Staleness.None, result.Staleness);
            Assert.NotEqual(old, result.Fresh.Translation.Address);
            stale += isOld ? 1 : 0;
        }

        Assert.InRange(stale, 1, 49);
    }

    [Fact]
    public void FaultThatWasTakenDropsWhatCausedIt()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var space = new TableSpace(seed: seed);
            space.Map(space.Page(5), TableSpace.ReadOnly);
            space.Write("widen", space.Page(5), space.Entry(space.Page(5)) | TableSpace.Writable);
            AccessResult first = space.Mmu.Access(space.Page(5), AccessKind.Write, Ring.User);
            if (!first.Outcome.IsTranslated)
            {
                Assert.Equal(Staleness.SpuriousFault, first.Staleness);
                Assert.True(space.Mmu.Access(space.Page(5), AccessKind.Write, Ring.User).Outcome.IsTranslated);
            }
        }
    }

    [Fact]
    public void WalkThroughAFreedTableSpoilsTheDataThatLiesThere()
    {
        bool isSpoilt = false;
        for (int seed = 0; seed < 20; seed++)
        {
            var space = new TableSpace(seed: seed);
            space.Map(space.Page(5), TableSpace.Open);
            PhysAddr table = space.TableOf(space.Page(5), 1);
            space.Write("free table", space.Page(5), 0, level: 2);
            space.Memory.Fill(table, 0x5007);
            _ = space.Mmu.Access(space.Page(5), AccessKind.Write, Ring.User);
            isSpoilt |= space.Memory.ReadEntry(table, 1) == 0x5067;
        }

        Assert.True(isSpoilt);
    }

    private static List<AccessOutcome> Outcomes(int seed)
    {
        var space = new TableSpace(seed: seed);
        List<AccessOutcome> outcomes = [];
        for (ulong page = 0; page < 16; page++)
        {
            space.Map(space.Page(page), TableSpace.Open);
            space.Write("unmap", space.Page(page), 0);
            outcomes.Add(space.Mmu.Access(space.Page(page), AccessKind.Read, Ring.User).Outcome);
        }

        return outcomes;
    }

    private static TableSpace Replaced(int seed, out PhysAddr old)
    {
        var space = new TableSpace(seed: seed);
        old = space.Map(space.Page(5), TableSpace.Open);
        space.Write("replace", space.Page(5), space.Take().Value | TableSpace.Open);
        return space;
    }
}
