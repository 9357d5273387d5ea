using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Kernel.Metal;

/// <summary>Instructions that C# cannot say; each is a few lines of Boot/cpu.asm.</summary>
internal static unsafe class Cpu
{
    /// <summary>IN.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_in8")]
    internal static extern byte In(ushort port);

    /// <summary>OUT.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_out8")]
    internal static extern void Out(ushort port, byte value);

    /// <summary>RDTSC.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_rdtsc")]
    internal static extern ulong ReadTimeStamp();

    /// <summary>The ticks that 64 instructions and one RDTSC take.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_ticks_of_64_nops")]
    internal static extern ulong TicksOf64Nops();

    /// <summary>CPUID; EAX, EBX, ECX and EDX to <paramref name="result"/>.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_cpuid")]
    internal static extern void CpuId(uint leaf, uint subleaf, uint* result);

    /// <summary>RDMSR.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_rdmsr")]
    internal static extern ulong ReadModelSpecific(ModelSpecificRegister register);

    /// <summary>WRMSR.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_wrmsr")]
    internal static extern void WriteModelSpecific(ModelSpecificRegister register, ulong value);

    /// <summary>Reads CR0.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_read_cr0")]
    internal static extern ulong ReadCr0();

    /// <summary>Reads CR2: the address of the newest page fault.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_read_cr2")]
    internal static extern ulong ReadCr2();

    /// <summary>Reads CR3.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_read_cr3")]
    internal static extern ulong ReadCr3();

    /// <summary>Switches to other page tables.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_write_cr3")]
    internal static extern void WriteCr3(ulong value);

    /// <summary>INVLPG.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_invlpg")]
    internal static extern void InvalidatePage(ulong address);

    /// <summary>Reads CR4.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_read_cr4")]
    internal static extern ulong ReadCr4();

    /// <summary>Writes CR4.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_write_cr4")]
    internal static extern void WriteCr4(ulong value);

    /// <summary>LIDT.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_lidt")]
    internal static extern void LoadInterruptTable(DescriptorTablePointer* pointer);

    /// <summary>LGDT, then every segment register, and LTR.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_load_segments")]
    internal static extern void LoadSegments(DescriptorTablePointer* pointer, ushort code, ushort data, ushort task);

    /// <summary>A software interrupt of vector 255. Does not come back.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_raise_panic")]
    internal static extern void RaisePanic();

    /// <summary>XSETBV of XCR0, and XSAVE in place of FXSAVE from now on; CR4.OSXSAVE is set.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("vectors_use_xsave")]
    internal static extern void UseXsave(uint components);

    /// <summary>Waits until an interrupt has come; they are off again then.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_wait_for_interrupt")]
    internal static extern void WaitForInterrupt();

    /// <summary>Lets an interrupt come that has waited; they are off again then.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_admit_interrupt")]
    internal static extern void AdmitInterrupt();

    /// <summary>Interrupts off and HLT, for ever.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("cpu_halt")]
    internal static extern void Halt();
}
