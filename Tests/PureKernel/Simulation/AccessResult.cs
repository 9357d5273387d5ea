namespace Kernel.Simulation;

/// <summary>What came of an access.</summary>
/// <param name="Outcome">What the program sees: what the tables say, or what the seed chose.</param>
/// <param name="Fresh">What the tables say.</param>
/// <param name="Stale">The worst that the caches may say, or what the seed chose; null if it is the same.</param>
public readonly record struct AccessResult(AccessOutcome Outcome, AccessOutcome Fresh, StaleReport? Stale)
{
    /// <summary>How bad that is.</summary>
    public Staleness Staleness => Stale?.Staleness ?? Staleness.None;

    /// <summary>Software forgot an invalidation.</summary>
    public bool IsHarmful => Staleness >= Staleness.KeptRight;
}
