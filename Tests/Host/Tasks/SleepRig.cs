using System.Collections.Generic;
using Kernel.Abi;
using Kernel.Console;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// The kernel with a clock of a nanosecond a tick, a timer, and some tasks. What the assembly does with ticks is done here.
/// </summary>
internal sealed class SleepRig
{
    public const ulong Period = Core.TickPeriod;

    /// <summary>The rate of a time-stamp counter that counts nanoseconds.</summary>
    public const ulong Rate = 1000;

    public SleepRig(int tasks, ulong rate = Rate)
    {
        SimMachine.Reset();
        Rig = new TaskRig(frames: 200 + (60 * tasks), pages: 1);
        Rig.Core.Clock = new BootClock(0, rate);

        // Each fork gives half of what one has: so all do, in turns.
        while (Rig.Core.Live < tasks)
        {
            Assert.True(Rig.Call(SystemCall.Fork) > 0);
            Rig.Call(SystemCall.Yield);
        }
    }

    public TaskRig Rig { get; }

    /// <summary>What the clock says, in nanoseconds; ticks come at whole periods.</summary>
    public ulong Now { get; private set; }

    public SimTaskSlot Current => Rig.Core.Current;

    /// <summary>What the kernel last did while nobody could run.</summary>
    public IdleStep LastStep { get; private set; }

    public long Sleep(ulong nanoseconds) => Rig.Call(SystemCall.Sleep, nanoseconds);

    /// <summary>Time passes, and the ticks in it come.</summary>
    public void Pass(ulong nanoseconds)
    {
        for (ulong end = Now + nanoseconds; Now < end;)
        {
            ulong next = (Now / Period * Period) + Period;
            bool isTick = next <= end;
            Now = isTick ? next : end;
            SimMachine.Current.SetTimeStamp(Now);
            if (isTick)
            {
                Tick();
            }
        }
    }

    /// <summary>The timer's tick, and what the kernel does about it; true where it looked who is due.</summary>
    public bool Tick()
    {
        bool isGeneral = Rig.Core.Tick();
        if (isGeneral)
        {
            Rig.Core.Preempt();
        }
        else if (Current.IsNone)
        {
            Rest();
        }

        return isGeneral;
    }

    /// <summary>What the kernel does while nobody can run, until it halts or somebody can.</summary>
    public void Rest()
    {
        do
        {
            LastStep = Rig.Core.Idle();
        }
        while (LastStep == IdleStep.GoOn);
    }

    /// <summary>Those whose record says that they sleep.</summary>
    public HashSet<SimTaskSlot> Sleeping()
    {
        var sleeping = new HashSet<SimTaskSlot>();
        foreach (SimTaskSlot slot in Rig.Tasks)
        {
            if (Core.StateOf(slot) == TaskState.Sleeping)
            {
                sleeping.Add(slot);
            }
        }

        return sleeping;
    }
}
