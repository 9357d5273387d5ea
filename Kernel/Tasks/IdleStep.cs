namespace Kernel.Tasks;

/// <summary>What comes next where nobody could run.</summary>
internal enum IdleStep
{
    /// <summary>Somebody can: the current task.</summary>
    Run,

    /// <summary>There may be more to tidy up, and interrupts have waited meanwhile.</summary>
    GoOn,

    /// <summary>Nothing, until the timer ticks.</summary>
    Halt,

    /// <summary>Nothing, ever: all wait for one another, or for nobody.</summary>
    Stop,
}
