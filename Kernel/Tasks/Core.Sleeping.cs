using System;
using System.Diagnostics.CodeAnalysis;
using Kernel.Units;

namespace Kernel.Tasks;

/// <content>Tasks that wait for a time, and what the kernel does while all tasks wait.</content>
public partial struct Core
{
    /// <summary>From one tick of the timer to the next, in nanoseconds: what nobody sleeps more precisely than.</summary>
    internal const ulong TickPeriod = 10_000_000;

    // Interrupts are off meanwhile; who is left is woken with the next tick.
    private const int WokenAtOnce = 256;
    private const int ClearedAtOnce = 16;

    /// <summary>
    /// The nanoseconds since the kernel was entered. Where nothing tells the rate of the time-stamp counter, those of the
    /// ticks since, as if each came after <see cref="TickPeriod"/>.
    /// </summary>
    internal readonly ulong Nanoseconds => HasRate ? Clock.ElapsedNanoseconds : Ticks * TickPeriod;

    /// <summary>Who sleeps.</summary>
    [UnscopedRef]
    internal readonly ref readonly Sleepers Sleepers => ref _sleepers;

    private readonly bool HasRate => Clock.TicksPerMicrosecond != 0;

    /// <summary>The current task waits until so many nanoseconds have passed; never less.</summary>
    internal void Sleep(ulong nanoseconds)
    {
        // Where ticks tell the time, most of the next one may have passed.
        ulong now = Nanoseconds;
        ulong start = HasRate ? now : now + TickPeriod;
        ulong due = start + Math.Min(nanoseconds, ulong.MaxValue - start);
        Current.Task.RecordedState = TaskState.Sleeping;
        _sleepers.Add(Current, due);
        SetTicksToDue(now);
    }

    /// <summary>
    /// Lets those go on whose time is over, in its order, up to <see cref="WokenAtOnce"/>; the others with the next tick.
    /// </summary>
    internal void WakeDue()
    {
        ulong now = Nanoseconds;
        for (int left = WokenAtOnce; left > 0 && !_sleepers.IsEmpty && _sleepers.FirstDue <= now; left--)
        {
            TaskSlot slot = _sleepers.First;
            _sleepers.Remove(slot);
            Wake(slot, rax: 0);
        }

        SetTicksToDue(now);
    }

    /// <summary>
    /// Nobody can run: wakes who is due, or does a little that can wait for such times: dead memory is taken apart, and
    /// frames are cleared for who will want zeros.
    /// </summary>
    internal IdleStep Idle()
    {
        WakeDue();
        if (_ready.Occupied != 0)
        {
            Dispatch();
            return IdleStep.Run;
        }

        if (_sleepers.IsEmpty)
        {
            return IdleStep.Stop;
        }

        bool hasDone = _memory.HasDying;
        _memory.Reap(ReapedPerTick);
        hasDone = hasDone || _memory.Frames.FillReserve(new FrameCount(ClearedAtOnce)) != FrameCount.Zero;
        return hasDone ? IdleStep.GoOn : IdleStep.Halt;
    }

    // By ticks alone, because a tick that wakes nobody should cost no look at a clock. It may be one too early: then the
    // next one is looked at.
    private void SetTicksToDue(ulong now)
    {
        if (_sleepers.IsEmpty)
        {
            _ticksToDue = 0;
            return;
        }

        ulong due = _sleepers.FirstDue;
        _ticksToDue = due > now ? ((due - now - 1) / TickPeriod) + 1 : 1;
    }
}
