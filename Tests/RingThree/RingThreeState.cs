using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Memory;
using Kernel.Traps;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// A program's registers: those that it starts with, and afterwards those at the trap that ended it.
/// Tests/RingThree/ringthree.asm is the other description.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 448)]
internal struct RingThreeState
{
    /// <summary>The general registers. At the start RIP, CS and SS are nobody's choice.</summary>
    [FieldOffset(0)]
    internal TrapFrame Registers;

    /// <summary>CR2 when it ended: the address of the last page fault.</summary>
    [FieldOffset(176)]
    internal VirtAddr FaultAddress;

    /// <summary>XMM0 to XMM15, 16 bytes each.</summary>
    [FieldOffset(192)]
    internal VectorRegisters Vectors;

    /// <summary>All registers are zero, and the flags clear; interrupts are off in ring 3 too.</summary>
    internal static RingThreeState Empty
    {
        get
        {
            RingThreeState state = default;
            state.Registers.Rflags = 2;
            return state;
        }
    }

    /// <summary>The program came to its end.</summary>
    internal readonly bool HasFinished => Registers.Vector == RingThree.FinishVector;

    /// <summary>A page fault that was refused has ended it.</summary>
    internal readonly bool HasFaulted => Registers.Vector == (ulong)TrapVector.PageFault;

    /// <summary>The error code of the trap that ended it.</summary>
    internal readonly PageFaultCode FaultCode => new(Registers.ErrorCode);

    /// <summary>The vector registers, as words.</summary>
    [InlineArray(32)]
    internal struct VectorRegisters
    {
        private ulong _first;
    }
}
