using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Traps;

namespace Kernel.Metal;

/// <summary>
/// The interrupt descriptor table: all 256 vectors lead to Boot/trap.asm, #PF by way of Boot/pagefault.asm, ticks by
/// way of Boot/timer.asm and #DB by way of Boot/debugtrap.asm (Intel SDM vol. 3, 6.14.1).
/// </summary>
internal struct InterruptTable
{
    private const int Vectors = 256;
    private const ulong BytesPerEntry = 16;

    private Gates _gates;

    /// <summary>Fills the table and puts the processor onto it. The struct stays where it is from now on.</summary>
    internal unsafe void Load(ref readonly KernelImage image)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            _gates[vector] = new Gate(EntryOf((TrapVector)vector, in image), StackFor((TrapVector)vector));
        }

        var pointer = new DescriptorTablePointer(
            (ushort)((Vectors * Unsafe.SizeOf<Gate>()) - 1), (ulong)Unsafe.AsPointer(ref _gates));
        Cpu.LoadInterruptTable(&pointer);
    }

    private static ulong EntryOf(TrapVector vector, ref readonly KernelImage image) => vector switch
    {
        TrapVector.PageFault => image.TrapPageFault,
        TrapVector.Debug => image.TrapDebug,
        TrapVector.Timer => image.TrapTimer,
        TrapVector.SpuriousLine or TrapVector.SpuriousApic => image.TrapSpurious,
        _ => image.TrapVectors + ((ulong)vector * BytesPerEntry),
    };

    // The numbers of TaskStateSegment's stacks; 0 is RSP0's for a trap out of ring 3, and else the one in use. #PF has
    // none of its own: it would begin at the top each time, and a page fault while another is reported would overwrite
    // the first one's frame. So a kernel stack that overflows ends in #DF, which has one. #DB shares one: without, it
    // could come on a program's stack (Boot/debugtrap.asm).
    private static byte StackFor(TrapVector vector) => vector switch
    {
        TrapVector.DoubleFault => 1,
        TrapVector.NonMaskableInterrupt => 2,
        TrapVector.MachineCheck or TrapVector.Debug => 3,
        _ => 0,
    };

    /// <summary>An interrupt gate: present, ring 0, and interrupts stay off behind it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Gate(ulong entry, byte stack)
    {
        private const ulong PresentInterruptGate = 0x8EUL << 40;

        private readonly ulong _low = (entry & 0xFFFF)
            | (ulong)Segments.KernelCode << 16
            | (ulong)stack << 32
            | PresentInterruptGate
            | (entry >> 16 & 0xFFFF) << 48;

        private readonly ulong _high = entry >> 32;
    }

    [InlineArray(Vectors)]
    private struct Gates
    {
        private Gate _first;
    }
}
