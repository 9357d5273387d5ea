namespace Kernel.Abi;

/// <summary>How a task ended.</summary>
/// <param name="Bits">Bits 31 to 0: the code; bits 39 to 32: the <see cref="EndCause"/>.</param>
public readonly record struct ExitStatus(ulong Bits)
{
    private const int CauseShift = 32;

    /// <summary>An end of this cause, with a code.</summary>
    public ExitStatus(EndCause cause, uint code)
        : this(code | (ulong)cause << CauseShift)
    {
    }

    /// <summary>
    /// After <see cref="EndCause.Exited"/> what the task gave; after <see cref="EndCause.Trapped"/> the vector of the
    /// exception (Intel SDM vol. 3, table 6-1).
    /// </summary>
    public int Code => (int)Bits;

    /// <summary>Why it ended.</summary>
    public EndCause Cause => (EndCause)(byte)(Bits >> CauseShift);
}
