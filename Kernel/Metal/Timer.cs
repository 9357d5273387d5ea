using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Tasks;

namespace Kernel.Metal;

/// <summary>
/// The timer that ends the turn of a program that does not end it itself. It ticks from the boot on, but programs alone
/// are interrupted: interrupts are off in ring 0, except while the kernel waits for one.
/// </summary>
internal struct Timer
{
    /// <summary>How long a program may keep the processor from others: from one tick to the next. The boot log says it too.</summary>
    internal const ulong PeriodInMicroseconds = Core.TickPeriod / 1000;

    private ulong _openedAt;

    /// <summary>What ticks.</summary>
    internal TimerKind Kind { get; private set; }

    /// <summary>How fast it counts, the local APIC as measured; 0 where nothing tells.</summary>
    internal ulong Megahertz { get; private set; }

    /// <summary>
    /// Chooses what will tick, and lets a local APIC count, so that its rate can be told later. Nothing ticks yet.
    /// </summary>
    internal void Open(CpuFeatures features)
    {
        if ((features & CpuFeatures.LocalApic) != 0)
        {
            Kind = TimerKind.LocalApic;
            State.LocalApic.Open();
            _openedAt = Cpu.ReadTimeStamp();
        }
    }

    /// <summary>
    /// Ticks from now on. The local APIC's rate is what it counted since <see cref="Open"/>, by a time-stamp counter
    /// with so many ticks in a microsecond; where that is 0 the period is anybody's guess. One that did not count at all
    /// leaves the ticks to the interval timer.
    /// </summary>
    internal void Start(ulong timeStampRate)
    {
        if (Kind == TimerKind.LocalApic)
        {
            StartLocalApic(timeStampRate);
        }

        if (Kind == TimerKind.IntervalTimer)
        {
            Megahertz = 1;
            IntervalTimer.Tick(PeriodInMicroseconds);
            InterruptControllers.AdmitTimer();
        }
    }

    /// <summary>
    /// Where Boot/timer.asm comes with each tick: 0 where what was interrupted goes on. What this reaches is bound as
    /// <see cref="PageFaults.OnPageFault"/> is.
    /// </summary>
    [RuntimeExport("OnTick")]
    internal static uint OnTick()
    {
        State.Timer.Acknowledge();
        return State.Core.Tick() ? 1u : 0u;
    }

    private void StartLocalApic(ulong timeStampRate)
    {
        var calibration = new ApicCalibration(
            State.LocalApic.Counted, Cpu.ReadTimeStamp() - _openedAt, timeStampRate);
        if (!calibration.Counts)
        {
            Kind = TimerKind.IntervalTimer;
            State.LocalApic.AdmitControllers();
            return;
        }

        uint counts = calibration.CountsIn(PeriodInMicroseconds);
        Megahertz = timeStampRate == 0 ? 0
            : ((counts * LocalApic.Divisor) + (PeriodInMicroseconds / 2)) / PeriodInMicroseconds;
        State.LocalApic.Tick(counts);
    }

    // Without it there is no further tick.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Acknowledge()
    {
        if (Kind == TimerKind.LocalApic)
        {
            State.LocalApic.EndOfInterrupt();
        }
        else
        {
            InterruptControllers.EndTimerInterrupt();
        }
    }
}
