using System.Runtime.InteropServices;
using Kernel.Traps;

namespace Kernel.Tasks;

/// <summary>
/// What of a task's registers outlives its time on the processor. Boot/tasks.inc says the same. A task that called the
/// kernel has the registers that calls preserve, and results; one that was interrupted has all of them in
/// <see cref="Trap"/>, and its vector registers behind its record.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SavedRegisters
{
    /// <summary>The instruction behind SYSCALL.</summary>
    internal ulong Rip;

    /// <summary>The stack pointer at SYSCALL.</summary>
    internal ulong Rsp;

    /// <summary>RBX.</summary>
    internal ulong Rbx;

    /// <summary>RBP.</summary>
    internal ulong Rbp;

    /// <summary>R12.</summary>
    internal ulong R12;

    /// <summary>R13.</summary>
    internal ulong R13;

    /// <summary>R14.</summary>
    internal ulong R14;

    /// <summary>R15.</summary>
    internal ulong R15;

    /// <summary>A call's first result: RAX.</summary>
    internal ulong Rax;

    /// <summary>Its second one: RDX.</summary>
    internal ulong Rdx;

    /// <summary>Its third one: RSI.</summary>
    internal ulong Rsi;

    /// <summary>Its fourth one: RDI.</summary>
    internal ulong Rdi;

    /// <summary>A short message, to or from the task: XMM0 and XMM1.</summary>
    internal ShortMessage Message;

    /// <summary>Where a message of Send's or ReplyReceive's lies, if it is not short: R10.</summary>
    internal ulong Data;

    /// <summary>Not 0: the task was interrupted, and <see cref="Trap"/> counts.</summary>
    internal ulong IsInterrupted;

    /// <summary>The registers of a task that was interrupted.</summary>
    internal TrapFrame Trap;
}
