using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Who is more urgent than whom, of every set of levels.</summary>
public sealed class PriorityTests
{
    private static readonly IEnumerable<int> s_levels = Enumerable.Range(0, Priority.Levels);

    [Fact]
    public void AboveALevelAreThoseThatAreHigher() => Assert.All(s_levels, static level => Assert.Equal(
        s_levels.Where(each => each > level).Sum(static each => 1 << each), new Priority((byte)level).Above));

    [Fact]
    public void TheMostUrgentIsTakenFirst()
    {
        SimTaskSlot[] tasks = Tasks(static level => level);
        for (int set = 0; set < 1 << Priority.Levels; set++)
        {
            int[] levels = [.. s_levels.Where(level => (set & (1 << level)) != 0)];
            PriorityLists lists = default;
            foreach (int level in levels)
            {
                lists.Add(tasks[level]);
            }

            Assert.Equal((uint)set, lists.Occupied);
            foreach (int level in levels.Reverse())
            {
                Assert.Equal(tasks[level], lists.Take());
            }

            Assert.True(lists.First.IsNone && lists.Take().IsNone);
        }
    }

    [Fact]
    public void WhoIsPutFirstIsTakenFirst()
    {
        SimTaskSlot[] tasks = Tasks(static _ => 4);
        PriorityLists lists = default;
        lists.AddFirst(tasks[0]);
        lists.Add(tasks[1]);
        lists.AddFirst(tasks[2]);
        lists.AddFirst(tasks[3]);
        lists.Remove(tasks[2]);
        lists.Add(tasks[4]);
        lists.Remove(tasks[0]);
        Assert.Equal(
            [tasks[3], tasks[1], tasks[4], default], [lists.Take(), lists.Take(), lists.Take(), lists.Take()]);
    }

    // As many tasks as there are levels, in no queue.
    private static SimTaskSlot[] Tasks(Func<int, int> levelOf)
    {
        SimMachine.Reset();
        var rig = new TaskRig(frames: 4000, pages: 1);
        return [.. s_levels.Select(number =>
        {
            SimTaskSlot slot = rig.First.Task.Handles.At((ulong)rig.Call(SystemCall.Fork)).Task;
            rig.Core.Ready.Remove(slot);
            slot.Task.Priority = new Priority((byte)levelOf(number));
            return slot;
        })];
    }
}
