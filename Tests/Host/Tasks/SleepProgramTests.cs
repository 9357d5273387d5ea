using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// Tasks that sleep and are killed at random, beside a model that has nothing but their times. A seed that fails is in
/// the message.
/// </summary>
public sealed class SleepProgramTests
{
    private const int ProgramsPerSeed = 60;
    private const int Steps = 300;
    private const int MostTasks = 30;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void EachGoesOnAtTheFirstTickThatIsNotTooEarly(int seed)
    {
        for (int program = 0; program < Programs.PartOf(ProgramsPerSeed, least: 2); program++)
        {
            int own = (seed * ProgramsPerSeed) + program;
            try
            {
                Run(new Random(own));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"program {own}", exception);
            }
        }
    }

    private static void Run(Random random)
    {
        var rig = new SleepRig(random.Next(1, MostTasks));
        var due = new Dictionary<SimTaskSlot, ulong>();
        for (int step = 0; step < Steps && rig.Rig.Core.Live != 0; step++)
        {
            switch (random.Next(rig.Current.IsNone ? 3 : 8))
            {
                case 0 or 1:
                    Pass(rig, due, (ulong)random.NextInt64(2 * (long)SleepRig.Period));
                    break;
                case 2 when random.Next(4) == 0:
                    Kill(rig, due, random);
                    break;
                case 2 or 3:
                    _ = !rig.Current.IsNone && rig.Rig.Call(SystemCall.Yield) == 0;
                    break;
                default:
                    Sleep(rig, due, random);
                    break;
            }

            Assert.Equal([.. due.Keys], rig.Sleeping());
            TaskAudit.Check(rig.Rig);
        }

        foreach (SimTaskSlot slot in rig.Rig.Tasks)
        {
            rig.Rig.Core.End(slot, default);
        }

        rig.Rig.AssertNothingIsLost();
    }

    // Time by time up to the next tick, after which nobody sleeps whose time is over.
    private static void Pass(SleepRig rig, Dictionary<SimTaskSlot, ulong> due, ulong time)
    {
        ulong end = rig.Now + time;
        while (rig.Now < end)
        {
            ulong tick = (rig.Now / SleepRig.Period * SleepRig.Period) + SleepRig.Period;
            rig.Pass(Math.Min(tick, end) - rig.Now);
            if (rig.Now == tick)
            {
                due.Where(each => each.Value <= tick).ToList().ForEach(each => due.Remove(each.Key));
            }

            Assert.Equal([.. due.Keys], rig.Sleeping());
        }
    }

    private static void Kill(SleepRig rig, Dictionary<SimTaskSlot, ulong> due, Random random)
    {
        IReadOnlyList<SimTaskSlot> tasks = rig.Rig.Tasks;
        SimTaskSlot victim = tasks[random.Next(tasks.Count)];
        due.Remove(victim);
        rig.Rig.Core.End(victim, default);
        rig.Rig.Core.Dispatch();
    }

    private static void Sleep(SleepRig rig, Dictionary<SimTaskSlot, ulong> due, Random random)
    {
        ulong time = random.Next(6) switch
        {
            0 => ulong.MaxValue - (ulong)random.Next(3),
            1 => SleepRig.Period * (ulong)random.Next(1, 4),
            2 => 1,
            _ => (ulong)random.NextInt64(1, 8 * (long)SleepRig.Period),
        };
        due[rig.Current] = rig.Now > ulong.MaxValue - time ? ulong.MaxValue : rig.Now + time;
        rig.Sleep(time);
    }
}
