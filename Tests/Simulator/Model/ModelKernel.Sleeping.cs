using System.Collections.Generic;
using Kernel.Syscalls;
using Kernel.Tasks;
using Simulator.Hardware;

namespace Simulator.Model;

/// <content>Tasks that wait for a time, and what time it is.</content>
internal sealed partial class ModelKernel
{
    /// <summary>From one tick of the timer to the next, in nanoseconds.</summary>
    public const ulong TickPeriod = 10_000_000;

    private const int WokenAtOnce = 256;

    private readonly SortedSet<(ulong Due, ulong Turn, int Number)> _sleepers = [];

    /// <summary>The ticks of the timer.</summary>
    public ulong Ticks { get; set; }

    /// <summary>Whether a clock tells the time, and not the ticks alone.</summary>
    public required bool HasClock { get; init; }

    /// <summary>Nanoseconds since the start; the machine's counter has one tick to a nanosecond.</summary>
    public ulong Now => HasClock ? FlatMachine.TimeStamp : Ticks * TickPeriod;

    /// <summary>How many tasks have begun to sleep.</summary>
    public ulong Turns { get; private set; }

    /// <summary>Who is due first.</summary>
    public ModelTask? FirstSleeper { get; private set; }

    /// <summary>Whether somebody who sleeps can go on.</summary>
    public bool IsDue => FirstSleeper is { } first && first.Due <= Now;

    /// <summary>Those go on whose time is over; not too many at once.</summary>
    public void WakeDue()
    {
        for (int left = WokenAtOnce; left > 0 && IsDue; left--)
        {
            ModelTask task = FirstSleeper!;
            TakeFromSleepers(task);
            Wake(task, default);
        }
    }

    private void Sleep(in CallArguments arguments)
    {
        if (arguments.First == 0)
        {
            Tell(default);
            Yield();
            return;
        }

        // By ticks alone, most of the one that comes next may be over.
        ulong start = HasClock ? Now : Now + TickPeriod;
        ulong due = start + arguments.First;
        Caller.Due = due < start ? ulong.MaxValue : due;
        Caller.Turn = Turns++;
        Caller.State = TaskState.Sleeping;
        Caller.Touch();
        _ = _sleepers.Add((Caller.Due, Caller.Turn, Caller.Number));
        FindFirstSleeper();
    }

    private void TakeFromSleepers(ModelTask task)
    {
        _ = _sleepers.Remove((task.Due, task.Turn, task.Number));
        FindFirstSleeper();
    }

    private void FindFirstSleeper() => FirstSleeper = _sleepers.Count == 0 ? null : _tasks[_sleepers.Min.Number];
}
