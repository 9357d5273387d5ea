using Kernel.Simulation;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>What a test expects of the caches.</summary>
internal static class Verdict
{
    /// <summary>No harm with the invalidation; without it harm of this kind, put down to the operation.</summary>
    public static void Check(TableSpace space, bool isInvalidated, Staleness harm, string operation)
    {
        StaleReport? found = space.Mmu.FindHarm();
        AccessResult worst = space.Worst();
        if (isInvalidated)
        {
            Harmless(worst);
            Assert.Null(found);
            return;
        }

        Assert.Equal(harm, worst.Staleness);
        Assert.Equal(harm, found!.Staleness);
        Assert.Equal([operation], found.Culprits);
        Assert.Equal([operation], worst.Stale!.Culprits);
        Assert.Contains($"CHANGED by '{operation}'", worst.Stale.ToString(), System.StringComparison.Ordinal);
    }

    public static void Harmless(AccessResult result) => Assert.False(result.IsHarmful, result.Stale?.ToString());

    /// <summary>No difference at all, not even a spurious fault.</summary>
    public static void Unseen(TableSpace space)
    {
        AccessResult worst = space.Worst();
        Assert.True(worst.Staleness == Staleness.None, worst.Stale?.ToString());
    }

    /// <summary>A fault that the tables do not ask for may come, but only once.</summary>
    public static void SpuriousOnce(TableSpace space)
    {
        AccessResult worst = space.Worst();
        Assert.Equal(Staleness.SpuriousFault, worst.Staleness);
        space.Mmu.PageFault(worst.Stale!.Address);
        AccessResult again = space.Mmu.Access(worst.Stale.Address, worst.Stale.Kind, worst.Stale.Ring);
        Assert.Equal(Staleness.None, again.Staleness);
    }
}
