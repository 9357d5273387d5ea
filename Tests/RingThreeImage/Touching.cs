using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>Pages that come when they are touched.</summary>
internal static class Touching
{
    private const ulong Value = 0x0123_4567_89AB_CDEF;
    private const ulong StackPages = 4;

    internal static void DemandZeroByRead(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        scene.Demand(State(in space) == PageState.Reserved, "a page is there too early"u8);
        scene.Demand(scene.Read(ref space, Scene.Base) == 0, "a new page is not all zeros"u8);
        scene.Demand(State(in space) == PageState.Writable, "no page has come"u8);
        scene.WriteTo(ref space, Scene.Base, Value);
        scene.Demand(scene.Read(ref space, Scene.Base) == Value, "what was written is not there"u8);
    }

    internal static void DemandZeroByWrite(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        scene.WriteTo(ref space, Scene.Base, Value);
        scene.Demand(State(in space) == PageState.Writable, "no page has come"u8);
        scene.Demand(scene.Read(ref space, Scene.Base) == Value, "what was written is not there"u8);
        scene.Demand(
            scene.Read(ref space, Scene.Base + new ByteCount(sizeof(ulong))) == 0, "a new page is not all zeros"u8);
    }

    internal static void StackGrows(ref Scene scene, ref AddressSpace space)
    {
        PageRange stack = MapStack(ref space);
        RingThreeState state = RingThreeState.Empty;
        for (VirtAddr top = stack.End; top > stack.Start + new ByteCount(4096); top = new(top.Value - 4096))
        {
            state.Registers.Rsp = top.Value;
            state.Registers.Rsi = top.Value;
            RingThree.Run(ref space, RingThreeProgram.PushPop, ref state);
            scene.Demand(state.HasFinished, "a stack does not grow"u8);
            scene.Demand(state.Registers.Rax == top.Value, "what was pushed is not there"u8);
            scene.Demand(state.Registers.Rsp == top.Value, "RSP has changed"u8);
        }
    }

    internal static void StackOverflow(ref Scene scene, ref AddressSpace space)
    {
        PageRange stack = MapStack(ref space);
        scene.DemandRefused(ref space, RingThreeProgram.Write, stack.Start, FaultOutcome.StackOverflow);
        scene.DemandRefused(ref space, RingThreeProgram.Read, stack.Start, FaultOutcome.StackOverflow);
        RingThreeState state = RingThreeState.Empty;
        state.Registers.Rsp = stack.Start.Value + 4096;
        RingThree.Run(ref space, RingThreeProgram.PushPop, ref state);
        scene.Demand(state.HasFaulted, "a stack grew into its guard page"u8);
        scene.Demand(state.Registers.Rsp == stack.Start.Value + 4096, "RSP has changed"u8);
    }

    private static PageRange MapStack(ref AddressSpace space)
    {
        PageRange stack = Scene.Pages(Scene.Base, StackPages);
        Scene.Insist(Kernel.State.Memory.MapStack(ref space, stack) == PagingError.None);
        return stack;
    }

    private static PageState State(ref readonly AddressSpace space) =>
        PagingManager.Query(in space, Scene.Base).State;
}
