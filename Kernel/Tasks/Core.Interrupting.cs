using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace Kernel.Tasks;

/// <content>What comes from outside a program's own calls.</content>
public partial struct Core
{
    private const int ReapedPerTick = 64;

    /// <summary>The timer ticked. True where the current task's turn is over, or somebody who sleeps may be due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Tick()
    {
        Ticks++;
        _ticksToDue--;
        return !Current.IsNone && (_ticksToDue == 0 || _ready.Occupied >> Current.Task.Priority.Level != 0);
    }

    /// <summary>The current task is interrupted, its registers saved: somebody else runs, if anybody can.</summary>
    internal TaskSlot Preempt()
    {
        _memory.Reap(ReapedPerTick);
        WakeDue();
        Yield();
        return Dispatch();
    }

    /// <summary>The current task did what it must not: that is its end, and nobody else's.</summary>
    internal TaskSlot EndByTrap(EndCause cause, uint vector)
    {
        End(Current, new ExitStatus(cause, vector));
        return Dispatch();
    }
}
