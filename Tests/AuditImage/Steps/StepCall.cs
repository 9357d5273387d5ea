namespace Kernel.Steps;

/// <summary>
/// System calls that only the kernel of Tests/AuditImage has, for its first program. All other tasks are the parties.
/// </summary>
internal enum StepCall
{
    /// <summary>Less than all others.</summary>
    First = 0x100,

    /// <summary>
    /// Takes: RDI a number of calls, RSI a number of instructions. Behind so many calls of the parties, and so many
    /// instructions of theirs after that, the timer ticks; not where the next call comes before that. It does not tick
    /// otherwise.
    /// </summary>
    Arm = First,

    /// <summary>The parties go at their own pace again. Gives: RAX how many of them live where it has ticked, else 0.</summary>
    Look = First + 1,

    /// <summary>Takes: RDI a number from 0 on. Gives: RAX a handle for this one of the parties, the eldest first; or 0.</summary>
    Name = First + 2,

    /// <summary>
    /// Gives: RAX how many of the parties wait for something else than a message, and for nobody who waits for one.
    /// </summary>
    Stuck = First + 3,

    /// <summary>Looks at everything; the kernel panics where something is wrong. Gives: RAX 0.</summary>
    Audit = First + 4,

    /// <summary>Gives: RAX how many calls the parties have made since <see cref="Arm"/>.</summary>
    Calls = First + 5,

    /// <summary>Takes: RDI a number of frames; no more are free from now on. Gives: RAX 0.</summary>
    Hoard = First + 6,

    /// <summary>The frames that the last <see cref="Hoard"/> took are there again. Gives: RAX 0.</summary>
    GiveBack = First + 7,
}
