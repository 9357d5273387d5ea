using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Traps;

namespace Kernel.Ring3;

/// <summary>The timer interrupts programs, which do not notice.</summary>
internal static class Ticks
{
    private const ulong InterruptsOn = 1 << 9;
    private const ulong FewestCounts = 1 << 16;
    private const ulong MostCounts = 1UL << 34;
    private const ulong Enough = 3;
    private const int WideWords = 64;

    internal static void Come(ref Scene scene, ref AddressSpace space)
    {
        RingThreeState state = RingThreeState.Empty;
        state.Registers.Rflags |= InterruptsOn;
        Spin(ref scene, ref space, RingThreeProgram.Spin, state, out RingThreeState end);
        scene.Demand(end.HasFinished, "a trap has ended the program"u8);
    }

    internal static void LeaveRegisters(ref Scene scene, ref AddressSpace space)
    {
        RingThreeState before = Registers.Odd();
        before.Registers.Rflags |= InterruptsOn;
        Spin(ref scene, ref space, RingThreeProgram.Spin, before, out RingThreeState after);
        scene.Demand(after.HasFinished, "a trap has ended the program"u8);
        before.Registers.Rcx = 0;
        Registers.DemandSame(ref scene, in before, in after);
    }

    /// <summary>Where the processor has no AVX, the instruction must be unknown.</summary>
    internal static void LeaveWideRegisters(ref Scene scene, ref AddressSpace space)
    {
        const CpuFeatures needed = CpuFeatures.Xsave | CpuFeatures.Avx;
        Scene.Map(ref space, pages: 1);
        scene.WriteTo(ref space, Scene.Base, 0);
        RingThreeState state = RingThreeState.Empty;
        state.Registers.Rdi = Scene.Base.Value;
        state.Registers.Rflags |= InterruptsOn;
        if ((CpuFeatureReader.Read() & needed) != needed)
        {
            RingThree.Run(ref space, RingThreeProgram.SpinWide, ref state);
            scene.Demand(
                state.Registers.Vector == (ulong)TrapVector.InvalidOpcode, "AVX works where the processor has none"u8);
            return;
        }

        Span<ulong> words = Machine.PageTable(PagingManager.Query(in space, Scene.Base).Frame.Address);
        for (int i = 0; i < WideWords; i++)
        {
            words[i] = (ulong)(i + 1) * 0x9E37_79B9_7F4A_7C15;
        }

        Spin(ref scene, ref space, RingThreeProgram.SpinWide, state, out RingThreeState end);
        scene.Demand(end.HasFinished, "a trap has ended the program"u8);
        ReadOnlySpan<ulong> loaded = words.Slice(0, WideWords);
        ReadOnlySpan<ulong> stored = words.Slice(WideWords, WideWords);
        scene.Demand(loaded.SequenceEqual(stored), "a wide register has changed"u8);
    }

    internal static void EndWaiting(ref Scene scene, ref AddressSpace space)
    {
        ulong before = State.Core.Ticks;
        for (ulong i = 0; i < Enough; i++)
        {
            Cpu.WaitForInterrupt();
        }

        scene.Demand(State.Core.Ticks >= before + Enough, "a wait has ended without a tick"u8);
    }

    // Runs a program that counts down, longer and longer until a few ticks have come in one run.
    private static void Spin(
        ref Scene scene,
        ref AddressSpace space,
        RingThreeProgram program,
        in RingThreeState start,
        out RingThreeState end)
    {
        ulong ticks;
        ulong counts = FewestCounts;
        do
        {
            counts *= 2;
            end = start;
            end.Registers.Rcx = counts;
            ulong before = State.Core.Ticks;
            RingThree.Run(ref space, program, ref end);
            ticks = State.Core.Ticks - before;
        }
        while (ticks < Enough && counts < MostCounts && end.HasFinished);
        scene.Demand(ticks >= Enough, "no ticks have come"u8);
    }
}
