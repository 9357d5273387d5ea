namespace Kernel.Ring3;

/// <summary>
/// The programs of Tests/RingThree/programs.asm, in its order. RDI is an address, RSI a value, RCX a count; RAX has
/// the answer.
/// </summary>
internal enum RingThreeProgram
{
    /// <summary>Reads eight bytes at the address.</summary>
    Read,

    /// <summary>Writes the value there, eight bytes.</summary>
    Write,

    /// <summary>Jumps there.</summary>
    Execute,

    /// <summary>Pushes the value onto the stack at RSP, and pops it.</summary>
    PushPop,

    /// <summary>Writes a byte that changes nothing.</summary>
    Rewrite,

    /// <summary>
    /// Reads a byte; the answer is how many instructions that took beside itself, where the time-stamp counter counts
    /// instructions: 0 without a fault.
    /// </summary>
    TimedRead,

    /// <summary>Writes the value's lowest byte; the answer is the same as for <see cref="TimedRead"/>.</summary>
    TimedWrite,

    /// <summary>Counts RCX down to zero, three instructions a count; changes nothing else.</summary>
    Spin,

    /// <summary>
    /// The same with YMM0 to YMM15 filled from 512 bytes at the address, and stored to the next 512 afterwards.
    /// </summary>
    SpinWide,

    /// <summary>
    /// The same as <see cref="Spin"/>; the answer is how many instructions were executed meanwhile that were not its
    /// own.
    /// </summary>
    TimedSpin,
}
