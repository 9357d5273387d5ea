namespace Kernel.Simulation;

/// <summary>
/// Counts the events that matter to the caches: writes to entries, invalidations, changes of CR3. Between two of them
/// the processor may have cached all that the tables then said.
/// </summary>
internal sealed class Clock
{
    /// <summary>The present.</summary>
    public int Now { get; private set; }

    /// <summary>What the software under test calls what it is doing.</summary>
    public string Operation { get; set; } = "start";

    /// <summary>The next moment, in which something happens.</summary>
    public int Tick() => ++Now;
}
