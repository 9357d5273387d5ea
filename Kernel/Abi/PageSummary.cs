namespace Kernel.Abi;

/// <summary>What <see cref="SystemCall.Query"/> tells of a page, in RAX; RDX has the number of its owners.</summary>
/// <param name="Bits">
/// Bit 0: something is mapped; bit 1: a page is there; bit 2: it may be written; bit 3: it may be executed; bit 4: a write
/// needs no fault first; bits 15 to 8: log2 of the bytes that the entry covers.
/// </param>
public readonly record struct PageSummary(ulong Bits)
{
    /// <summary>Whether something is mapped.</summary>
    public bool IsMapped => (Bits & 1) != 0;

    /// <summary>Whether a page is there.</summary>
    public bool IsPresent => (Bits & 2) != 0;

    /// <summary>Whether it may be written.</summary>
    public bool IsWritable => (Bits & 4) != 0;

    /// <summary>Whether it may be executed.</summary>
    public bool IsExecutable => (Bits & 8) != 0;

    /// <summary>Whether a write needs no fault first: nobody else has the page.</summary>
    public bool IsSole => (Bits & 16) != 0;

    /// <summary>Log2 of the bytes that the page table entry covers.</summary>
    public int SizeShift => (byte)(Bits >> 8);
}
