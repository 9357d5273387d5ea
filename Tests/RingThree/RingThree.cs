using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Runs small programs in ring 3, for images that test or measure. An image that has this links with
/// <c>--wrap=OnTrap</c>, so that traps out of ring 3 come back here.
/// </summary>
internal static unsafe class RingThree
{
    /// <summary>The software interrupt by which a program says that it has finished.</summary>
    internal const ulong FinishVector = 0x80;

    /// <summary>Where a space has the programs.</summary>
    internal static VirtAddr Code => new(0x40_0000);

    private static ulong* Table => Programs();

    /// <summary>Lets ring 3 raise <see cref="FinishVector"/>. Once, before anything runs.</summary>
    internal static void Open()
    {
        const int bytesPerGate = 16;
        const int rightsAt = 5;
        const byte ring3 = 3 << 5;
        var gates = (byte*)Unsafe.AsPointer(ref State.Interrupts);
        gates[((int)FinishVector * bytesPerGate) + rightsAt] |= ring3;
    }

    /// <summary>Gives a space the page of programs. Panics where it cannot.</summary>
    internal static void MapPrograms(ref AddressSpace space)
    {
        if (!State.Memory.Frames.TryTakeZeroed(FrameUse.Page, out Frame page))
        {
            Panic.Stop("there is no frame for the programs of ring 3"u8);
        }

        int length = (int)(Table[1] - Table[0]);
        new ReadOnlySpan<byte>((void*)Table[0], length)
            .CopyTo(new Span<byte>((void*)KernelLayout.InDirectMap(page.Address).Value, length));
        if (State.Memory.MapFrame(ref space, Code, page, RegionKind.Code, PageRights.Execute) != PagingError.None)
        {
            Panic.Stop("the programs of ring 3 cannot be mapped"u8);
        }
    }

    /// <summary>Where a program lies in a space that has them.</summary>
    internal static VirtAddr At(RingThreeProgram program) =>
        Code + new ByteCount(Table[2 + (int)program] - Table[0]);

    /// <summary>Runs a program with an address and a value, until it finishes or a trap ends it.</summary>
    internal static RingThreeState Run(
        ref AddressSpace space, RingThreeProgram program, VirtAddr address, ulong value = 0)
    {
        RingThreeState state = RingThreeState.Empty;
        state.Registers.Rdi = address.Value;
        state.Registers.Rsi = value;
        Run(ref space, program, ref state);
        return state;
    }

    /// <summary>Runs a program with these registers; they are those at its end afterwards.</summary>
    internal static void Run(ref AddressSpace space, RingThreeProgram program, ref RingThreeState state)
    {
        State.Memory.Activate(ref space);
        RingThree.SetCurrent(ref space);
        Enter(program, ref state);
    }

    /// <summary>From now on page faults are about this space, as if a task had it; no other part of one is looked at.</summary>
    internal static void SetCurrent(ref AddressSpace space)
    {
        Task task = default;
        ulong offset = (ulong)&task.Space - (ulong)&task;
        *(ulong*)Unsafe.AsPointer(ref State.Core.Processor.Current) = (ulong)Unsafe.AsPointer(ref space) - offset;
    }

    /// <summary>
    /// The same with whatever tables the processor uses; faults are those of the space of <see cref="SetCurrent"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Enter(RingThreeProgram program, ref RingThreeState state)
    {
        // Traps out of ring 3 begin below all that this stack holds.
        const ulong room = 512;
        ulong top = State.Segments.TrapStack;
        ulong here = (ulong)&top;
        State.Segments.TrapStack = (here - room) & ~15UL;
        state.Registers.Rip = At(program).Value;
        EnterAssembly((RingThreeState*)Unsafe.AsPointer(ref state));
        State.Segments.TrapStack = top;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("ringthree_enter")]
    private static extern void EnterAssembly(RingThreeState* state);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("ringthree_programs")]
    private static extern ulong* Programs();
}
