using Kernel.Console;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Tasks;
using Kernel.Traps;

namespace Kernel.Steps;

/// <summary>
/// Single-steps the parties by the trap flag, and lets the timer tick between two of their instructions: the tick is
/// pending when the processor comes back to ring 3, and so comes before the next one.
/// </summary>
internal static unsafe class Stepper
{
    private const uint TrapFlag = 1 << 8;

    // ICR (Intel SDM vol. 3, 11.6.1): a fixed interrupt to the processor itself.
    private const uint InterruptCommand = 0x300;
    private const uint ToSelf = 0b01 << 18;

    private static ulong s_wantedCalls;
    private static ulong s_instructions;
    private static ulong s_place;
    private static bool s_isInUse;
    private static bool s_isArmed;
    private static bool s_hasTicked;

    /// <summary>
    /// How many calls the parties have made; one that was refused the quick way, and went the general one, is two.
    /// </summary>
    internal static ulong Calls { get; private set; }

    /// <summary>Begins: behind so many calls of the parties, and then so many instructions, at least one.</summary>
    internal static void Arm(ulong calls, ulong instructions)
    {
        // Not again for a minute.
        State.LocalApic.Tick(uint.MaxValue);
        Calls = 0;
        s_wantedCalls = calls;
        s_instructions = instructions;
        s_isInUse = true;
        s_isArmed = true;
        s_hasTicked = false;
        StepEntry.SetFlags(calls == 0 ? TrapFlag : 0);
    }

    /// <summary>Somebody calls the kernel.</summary>
    internal static void NoteCall(ref readonly Core core)
    {
        if (core.Current == core.First)
        {
            return;
        }

        Calls++;
        if (!s_isArmed)
        {
            return;
        }

        if (Calls > s_wantedCalls)
        {
            Disarm();
        }
        else if (Calls == s_wantedCalls)
        {
            StepEntry.SetFlags(TrapFlag);
        }
    }

    /// <summary>Ends it; whether the tick has come.</summary>
    internal static bool Disarm()
    {
        s_isArmed = false;
        StepEntry.SetFlags(0);
        return s_hasTicked;
    }

    /// <summary>
    /// Behind an instruction that was stepped over. False where nobody was to be: then a program has set the flag.
    /// </summary>
    internal static bool TryStep(ref Core core, ref TrapFrame frame)
    {
        if ((TrapVector)frame.Vector != TrapVector.Debug || !s_isInUse)
        {
            return false;
        }

        if (!s_isArmed || core.Current == core.First)
        {
            frame.Rflags &= ~(ulong)TrapFlag;
            return true;
        }

        if (--s_instructions == 0)
        {
            s_place = frame.Rip;
            frame.Rflags &= ~(ulong)TrapFlag;
            Disarm();
            *(uint*)(KernelLayout.LocalApic.Value + InterruptCommand) = ToSelf | (uint)TrapVector.Timer;
        }

        return true;
    }

    /// <summary>A tick has interrupted a program: a party's has to be where it was wanted.</summary>
    internal static void NoteTick(ref readonly Core core, in TrapFrame frame)
    {
        if (!s_isInUse || core.Current == core.First)
        {
            return;
        }

        if (frame.Rip != s_place)
        {
            Log.Error($"wanted at {s_place:x}, but came at {frame.Rip:x}");
            Panic.Stop("the tick did not come where it was wanted"u8);
        }

        s_hasTicked = true;
    }
}
