using System.Runtime;
using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>Ways into the kernel and back, with all registers given and seen: registers.asm has the code.</summary>
internal static class Crossing
{
    /// <summary>The page that <see cref="Read"/>, <see cref="Write"/> and <see cref="Execute"/> touch.</summary>
    internal const ulong Touched = 0x7000_0000;

    /// <summary>A system call: its number in RAX.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cross_call")]
    internal static extern void Call(ref RegisterFile registers);

    /// <summary>A read of the page.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cross_read")]
    internal static extern void Read(ref RegisterFile registers);

    /// <summary>A write to it.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cross_write")]
    internal static extern void Write(ref RegisterFile registers);

    /// <summary>A call of its first byte, which holds a return.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cross_text")]
    internal static extern void Execute(ref RegisterFile registers);

    /// <summary>A write to the stack, pages below all that was touched.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cross_stack")]
    internal static extern void WriteStack(ref RegisterFile registers);

    /// <summary>Some milliseconds of nothing, for interrupts to come.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cross_spin")]
    internal static extern void Spin(ref RegisterFile registers);

    /// <summary>A call of Yield while RSP is this.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("call_on_stack")]
    internal static extern void CallOnStack(ulong stack);

    /// <summary>Some milliseconds of nothing while RSP is this.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("spin_on_stack")]
    internal static extern void SpinOnStack(ulong stack);

    /// <summary>An instruction with the trap flag set.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("step")]
    internal static extern void Step();

    /// <summary>A system call with the trap flag set, and then an instruction.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("step_over_call")]
    internal static extern void StepOverCall();

    /// <summary>The same with SS loaded by the instruction before the call, which puts the exception off.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("step_over_stack_segment")]
    internal static extern void StepOverStackSegment();

    /// <summary>The base of GS, by an instruction that the kernel has not switched on.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("read_base")]
    internal static extern ulong ReadBase();

    /// <summary>What lies at the base of GS.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("read_at_base")]
    internal static extern ulong ReadAtBase();

    /// <summary>A call of Yield whose SYSCALL lies there.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("yield_at")]
    internal static extern void YieldAt(ulong address);
}
