using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>Where the linker put things: the table of Boot/layout.asm, in its order.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct KernelImage
{
    /// <summary>The image's first physical address.</summary>
    internal readonly ulong ImageStart;

    /// <summary>The physical address behind the image.</summary>
    internal readonly ulong ImageEnd;

    /// <summary>Virtual, as all that follow: code.</summary>
    internal readonly ulong TextStart;

    /// <summary>The end of code.</summary>
    internal readonly ulong TextEnd;

    /// <summary>Constants.</summary>
    internal readonly ulong RodataStart;

    /// <summary>The end of constants.</summary>
    internal readonly ulong RodataEnd;

    /// <summary>Variables, with and without first values.</summary>
    internal readonly ulong DataStart;

    /// <summary>The end of variables.</summary>
    internal readonly ulong DataEnd;

    /// <summary>The stacks with their guard pages.</summary>
    internal readonly ulong StacksStart;

    /// <summary>The end of the stacks.</summary>
    internal readonly ulong StacksEnd;

    /// <summary>The symbol table.</summary>
    internal readonly ulong SymbolsStart;

    /// <summary>The end of the symbol table.</summary>
    internal readonly ulong SymbolsEnd;

    /// <summary>The guard page below the kernel's stack.</summary>
    internal readonly ulong KernelGuard;

    /// <summary>The guard page below the stack of #DF.</summary>
    internal readonly ulong DoubleFaultGuard;

    /// <summary>The guard page below the stack of NMI.</summary>
    internal readonly ulong NonMaskableGuard;

    /// <summary>The guard page below the stack of #MC.</summary>
    internal readonly ulong MachineCheckGuard;

    /// <summary>The top of the kernel's stack.</summary>
    internal readonly ulong KernelStack;

    /// <summary>The top of the stack of #DF.</summary>
    internal readonly ulong DoubleFaultStack;

    /// <summary>The top of the stack of NMI.</summary>
    internal readonly ulong NonMaskableStack;

    /// <summary>The top of the stack of #MC.</summary>
    internal readonly ulong MachineCheckStack;

    /// <summary>The entry of vector 0; each further one lies 16 bytes on.</summary>
    internal readonly ulong TrapVectors;

    /// <summary>The quick entry of page faults.</summary>
    internal readonly ulong TrapPageFault;

    /// <summary>The quick entry of ticks.</summary>
    internal readonly ulong TrapTimer;

    /// <summary>The entry of interrupts that are none.</summary>
    internal readonly ulong TrapSpurious;

    /// <summary>The entry of debug exceptions.</summary>
    internal readonly ulong TrapDebug;

    /// <summary>The entry of system calls.</summary>
    internal readonly ulong SystemCallEntry;

    /// <summary>Where the address of <see cref="Tasks.Processor"/> is wanted.</summary>
    internal readonly ulong ProcessorPointer;

    /// <summary>The running kernel's image.</summary>
    internal static unsafe ref readonly KernelImage Current => ref *Locate();

    /// <summary>The physical memory that the image takes.</summary>
    internal PhysRange Range => new(new PhysAddr(ImageStart), new PhysAddr(ImageEnd));

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("kernel_layout")]
    private static extern unsafe KernelImage* Locate();
}
