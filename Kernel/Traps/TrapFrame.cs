using System.Runtime.InteropServices;
using Kernel.Diagnostics;
using Kernel.Units;

namespace Kernel.Traps;

/// <summary>
/// The registers at a trap, as Boot/trap.asm and the processor push them (Intel SDM vol. 3, 6.14.2); lowest address
/// first.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct TrapFrame
{
    /// <summary>R15.</summary>
    public ulong R15;

    /// <summary>R14.</summary>
    public ulong R14;

    /// <summary>R13.</summary>
    public ulong R13;

    /// <summary>R12.</summary>
    public ulong R12;

    /// <summary>R11.</summary>
    public ulong R11;

    /// <summary>R10.</summary>
    public ulong R10;

    /// <summary>R9.</summary>
    public ulong R9;

    /// <summary>R8.</summary>
    public ulong R8;

    /// <summary>RDI.</summary>
    public ulong Rdi;

    /// <summary>RSI.</summary>
    public ulong Rsi;

    /// <summary>RBP.</summary>
    public ulong Rbp;

    /// <summary>RBX.</summary>
    public ulong Rbx;

    /// <summary>RDX.</summary>
    public ulong Rdx;

    /// <summary>RCX.</summary>
    public ulong Rcx;

    /// <summary>RAX.</summary>
    public ulong Rax;

    /// <summary>The number of the interrupt or exception, 0 to 255.</summary>
    public ulong Vector;

    /// <summary>The processor's error code; 0 for vectors without one.</summary>
    public ulong ErrorCode;

    /// <summary>The instruction that faulted, or the one to go on with.</summary>
    public ulong Rip;

    /// <summary>The code segment.</summary>
    public ulong Cs;

    /// <summary>The flags.</summary>
    public ulong Rflags;

    /// <summary>The stack pointer.</summary>
    public ulong Rsp;

    /// <summary>The stack segment.</summary>
    public ulong Ss;

    /// <summary>Where a stack trace finds what it needs in here.</summary>
    public static TrapFrameShape Shape => new(new ByteCount(17 * 8), new ByteCount(20 * 8), new ByteCount(10 * 8));
}
