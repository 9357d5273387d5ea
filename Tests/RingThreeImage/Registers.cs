using System;
using System.Runtime.InteropServices;
using Kernel.Memory;
using Kernel.Traps;

namespace Kernel.Ring3;

/// <summary>A program does not notice that it faulted: no register has changed.</summary>
internal static class Registers
{
    // Carry, parity, auxiliary, zero, sign, direction, overflow, and alignment check, which would switch SMAP off.
    private const ulong OddFlags = 0x4_0CD7;
    private const ulong Pattern = 0x9E37_79B9_7F4A_7C15;

    internal static void AfterDemandZero(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        DemandIntact(ref scene, ref space);
    }

    internal static void AfterCopy(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        scene.WriteTo(ref space, Scene.Base, Pattern);
        AddressSpace child = Scene.Fork(ref space);
        DemandIntact(ref scene, ref child);
        Scene.Destroy(ref child);
    }

    internal static void AfterSole(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        scene.WriteTo(ref space, Scene.Base, Pattern);
        AddressSpace child = Scene.Fork(ref space);
        Scene.Destroy(ref child);
        DemandIntact(ref scene, ref space);
    }

    internal static void WhenRefused(ref Scene scene, ref AddressSpace space)
    {
        RingThreeState before = Odd();
        RingThreeState after = before;
        RingThree.Run(ref space, RingThreeProgram.Write, ref after);
        scene.Demand(after.HasFaulted, "what must be refused was not"u8);
        scene.Demand(after.FaultAddress == Scene.Base, "CR2 is not the address"u8);
        scene.Demand(after.Registers.ErrorCode == 6, "the error code is another one"u8);
        scene.Demand(
            after.Registers.Rip == RingThree.At(RingThreeProgram.Write).Value, "RIP is not the instruction's"u8);
        DemandSame(ref scene, in before, in after);
    }

    private static void DemandIntact(ref Scene scene, ref AddressSpace space)
    {
        RingThreeState before = Odd();
        RingThreeState after = before;
        PageState state = PagingManager.Query(in space, Scene.Base).State;
        scene.Demand(state != PageState.Writable, "nothing will fault"u8);
        RingThree.Run(ref space, RingThreeProgram.Write, ref after);
        scene.Demand(after.HasFinished, "a write that is allowed was refused"u8);
        DemandSame(ref scene, in before, in after);
    }

    /// <summary>Says what is wrong where a register but RIP has changed.</summary>
    internal static void DemandSame(ref Scene scene, in RingThreeState before, in RingThreeState after)
    {
        TrapFrame old = before.Registers;
        TrapFrame now = after.Registers;
        scene.Demand(
            now.Rax == old.Rax && now.Rcx == old.Rcx && now.Rdx == old.Rdx && now.Rsi == old.Rsi && now.Rdi == old.Rdi
            && now.R8 == old.R8 && now.R9 == old.R9 && now.R10 == old.R10 && now.R11 == old.R11,
            "a register has changed that the entry saves"u8);
        scene.Demand(
            now.Rbx == old.Rbx && now.Rbp == old.Rbp && now.Rsp == old.Rsp && now.R12 == old.R12
            && now.R13 == old.R13 && now.R14 == old.R14 && now.R15 == old.R15,
            "a register has changed that C# preserves"u8);

        // RF is the processor's own: it sets it in the flags that a fault saves (Intel SDM vol. 3, 17.3.1.1).
        const ulong resume = 1 << 16;
        scene.Demand((now.Rflags & ~resume) == old.Rflags, "the flags have changed"u8);
        ReadOnlySpan<ulong> oldVectors = before.Vectors;
        ReadOnlySpan<ulong> newVectors = after.Vectors;
        scene.Demand(oldVectors.SequenceEqual(newVectors), "a vector register has changed"u8);
    }

    /// <summary>Every register has a value of its own, but for RDI, which is <see cref="Scene.Base"/>.</summary>
    internal static RingThreeState Odd()
    {
        RingThreeState state = RingThreeState.Empty;
        Span<ulong> general = MemoryMarshal.CreateSpan(ref state.Registers.R15, 15);
        for (int i = 0; i < general.Length; i++)
        {
            general[i] = Pattern * (ulong)(i + 1);
        }

        Span<ulong> vectors = state.Vectors;
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Pattern * (ulong)(i + 101);
        }

        state.Registers.Rdi = Scene.Base.Value;
        state.Registers.Rsp = Pattern;
        state.Registers.Rflags = OddFlags;
        return state;
    }
}
