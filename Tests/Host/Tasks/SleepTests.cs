using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Fluent;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Tasks that sleep: who goes on when, and what the kernel does meanwhile.</summary>
public sealed class SleepTests : IDisposable
{
    private const ulong Period = SleepRig.Period;

    public void Dispose() => SimMachine.Reset();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(Period, 2)]
    [InlineData(Period - 1, 1)]
    [InlineData(10 * Period, 11)]
    public void ATaskGoesOnAtTheFirstTickAfterItsTime(ulong time, ulong ticks)
    {
        var rig = new SleepRig(tasks: 1);
        rig.Pass(1);
        rig.Sleep(time);
        Assert.True(rig.Current.IsNone);
        rig.Pass((ticks * Period) - 2);
        Assert.True(rig.Current.IsNone);
        rig.Pass(1);
        Assert.Equal(rig.Rig.First, rig.Current);
        Assert.Equal(0UL, rig.Current.Task.Registers.Rax);
    }

    [Fact]
    public void NoTimeIsAYield()
    {
        var rig = new SleepRig(tasks: 2);
        SimTaskSlot one = rig.Current;
        Assert.Equal(0, rig.Sleep(0));
        Assert.NotEqual(one, rig.Current);
        rig.Sleep(0);
        Assert.Equal(one, rig.Current);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue - 5)]
    public void ATimeBeyondAllClocksIsNeverOver(ulong time)
    {
        var rig = new SleepRig(tasks: 2);
        SimTaskSlot sleeper = rig.Current;
        rig.Pass(7);
        rig.Sleep(time);
        rig.Pass(100 * Period);
        Assert.Equal([sleeper], rig.Sleeping());
        SimMachine.Current.SetTimeStamp(1UL << 62);
        rig.Rig.Core.Preempt();
        Assert.Equal([sleeper], rig.Sleeping());
    }

    [Fact]
    public void ThoseThatAreDueTogetherGoOnInTheOrderOfTheirTimes() => Property.Holds(
        Gen.Choose(1, (int)Period).ListOf().Resize(40),
        static times =>
        {
            var rig = new SleepRig(times.Count + 1);
            var expected = new List<(int Time, SimTaskSlot Slot)>();
            foreach (int time in times)
            {
                expected.Add((time, rig.Current));
                rig.Sleep((ulong)time);
            }

            rig.Sleep(ulong.MaxValue);
            rig.Pass(Period);
            foreach ((int _, SimTaskSlot slot) in expected.OrderBy(static each => each.Time))
            {
                Assert.Equal(slot, rig.Current);
                rig.Sleep(ulong.MaxValue);
            }
        },
        runs: 100);

    [Fact]
    public void AMessageToASleeperWaitsAndADeadSleeperTellsItsSender()
    {
        var rig = new SleepRig(tasks: 1);
        ulong child = (ulong)rig.Rig.Call(SystemCall.Fork);
        rig.Rig.Call(SystemCall.Yield);
        SimTaskSlot sleeper = rig.Current;
        rig.Sleep(ulong.MaxValue);
        rig.Rig.Call(SystemCall.Send, child);
        Assert.Equal(TaskState.Sending, Core.StateOf(rig.Rig.First));
        rig.Rig.Core.End(sleeper, default);
        rig.Rig.Core.Dispatch();
        Assert.Equal(-(long)CallError.PeerGone, (long)rig.Rig.First.Task.Registers.Rax);
        TaskAudit.Check(rig.Rig);
    }

    [Fact]
    public void WhoIsMoreUrgentRunsAtOnceWhenItsTimeIsOver()
    {
        var rig = new SleepRig(tasks: 2);
        SimTaskSlot urgent = rig.Current;
        urgent.Task.Priority = new Priority(6);
        rig.Sleep(Period / 2);
        Assert.NotEqual(urgent, rig.Current);
        rig.Pass(Period);
        Assert.Equal(urgent, rig.Current);
    }

    [Fact]
    public void ATickBeforeAnybodyIsDueChangesNothing()
    {
        var rig = new SleepRig(tasks: 2);
        rig.Sleep(50 * Period);
        ulong accesses = SimMachine.Current.TaskAccesses;
        for (int i = 1; i < 50; i++)
        {
            Assert.False(rig.Rig.Core.Tick());
        }

        // The current task's priority, each time.
        Assert.Equal(49UL, SimMachine.Current.TaskAccesses - accesses);
        Assert.True(rig.Rig.Core.Tick());
    }

    [Fact]
    public void WhereNothingTellsARateTicksTellTheTime()
    {
        var rig = new SleepRig(tasks: 1, rate: 0);
        rig.Tick();
        rig.Sleep(2 * Period);
        for (int i = 0; i < 2; i++)
        {
            rig.Tick();
            Assert.True(rig.Current.IsNone, "most of the first tick may have passed before");
        }

        rig.Tick();
        Assert.Equal(rig.Rig.First, rig.Current);
        Assert.Equal((long)(4 * Period), rig.Rig.Call(SystemCall.Count, (ulong)Counter.Nanoseconds));
    }

    [Fact]
    public void BeforeTheProcessorHaltsTheDeadAreTakenApartAndFramesCleared()
    {
        var rig = new SleepRig(tasks: 2);
        SimTaskSlot other = rig.Rig.Tasks.Single(slot => slot != rig.Current);
        rig.Rig.Core.End(other, default);
        rig.Sleep(5 * Period);
        Assert.True(rig.Rig.Memory.HasDying);
        int steps = 0;
        for (; rig.Rig.Core.Idle() == IdleStep.GoOn; steps++)
        {
        }

        Assert.InRange(steps, 3, 1000);
        Assert.False(rig.Rig.Memory.HasDying);
        Assert.Equal(FrameCache.Capacity, rig.Rig.Memory.Frames.ZeroedFrames.Value);
        Assert.Equal(IdleStep.Halt, rig.Rig.Core.Idle());
        rig.Rig.AssertSound();
    }

    [Fact]
    public void WhereNobodySleepsThereIsNothingToWaitFor()
    {
        var rig = new SleepRig(tasks: 1);
        rig.Rig.Call(SystemCall.Receive);
        Assert.Equal(IdleStep.Stop, rig.Rig.Core.Idle());
    }

    [Theory]
    [InlineData(Period / 2, 0)]
    [InlineData(Period, 0)]
    [InlineData(Period / 2, 1)]
    [InlineData(Period, 1)]
    public void ThoseThatAreTooManyForOneTickGoOnWithTheNext(ulong time, int awake)
    {
        const int tasks = 300;
        const int atOnce = 256;
        var rig = new SleepRig(tasks + awake);
        for (int i = 0; i < tasks; i++)
        {
            rig.Sleep(time);
        }

        rig.Pass(Period);
        Assert.Equal(tasks - atOnce, rig.Sleeping().Count);
        while (rig.Rig.Core.Ready.Occupied != 0)
        {
            rig.Rig.Call(SystemCall.Receive);
        }

        rig.Pass(Period);
        Assert.Empty(rig.Sleeping());
    }
}
