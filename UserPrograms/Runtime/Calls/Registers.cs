using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>The registers of a system call: calls.asm reads and writes them in this order.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Registers
{
    /// <summary>RDI; RAX afterwards.</summary>
    internal ulong First;

    /// <summary>RSI; RDX afterwards.</summary>
    internal ulong Second;

    /// <summary>RDX; RSI afterwards.</summary>
    internal ulong Third;

    /// <summary>R10; RDI afterwards.</summary>
    internal ulong Fourth;

    /// <summary>R8.</summary>
    internal ulong Fifth;

    /// <summary>R9.</summary>
    internal ulong Sixth;

    /// <summary>RBX.</summary>
    internal ulong Seventh;

    /// <summary>XMM0 and XMM1: a short message, both ways.</summary>
    internal ShortMessage Message;
}
