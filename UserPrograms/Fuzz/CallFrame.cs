using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>
/// The registers of a system call, before it and then after it: issue.asm reads and writes them in this order.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CallFrame
{
    /// <summary>The number; the result.</summary>
    internal ulong Rax;

    /// <summary>The first argument.</summary>
    internal ulong Rdi;

    /// <summary>The second argument.</summary>
    internal ulong Rsi;

    /// <summary>The third argument: a buffer to fill, mostly.</summary>
    internal ulong Rdx;

    /// <summary>A message's address, mostly.</summary>
    internal ulong R10;

    /// <summary>The bytes of the buffer, mostly.</summary>
    internal ulong R8;

    /// <summary>Handles to give.</summary>
    internal ulong R9;

    /// <summary>More of them.</summary>
    internal ulong Rbx;

    /// <summary>XMM0 and XMM1: a short message.</summary>
    internal ShortMessage Message;

    /// <summary>Afterwards: bits of preserved registers that are not what they were.</summary>
    internal ulong Lost;

    /// <summary>Afterwards: bits of other registers that are not zero.</summary>
    internal ulong Left;

    /// <summary>The call that is asked for.</summary>
    internal readonly SystemCall Call => (SystemCall)Rax;

    /// <summary>Why the call was refused, after it.</summary>
    internal readonly CallError Error => (long)Rax < 0 ? (CallError)(-(long)Rax) : CallError.None;

    /// <summary>Enters the kernel with registers; those that it gives back, others are zero.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("issue")]
    internal static extern void Issue(in CallFrame asked, ref CallFrame given);
}
