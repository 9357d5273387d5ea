using System;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tests.Host.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// More than a hundred thousand tasks at once: 2^17, on a simulated machine whose tables have four entries, for the
/// host would need gibibytes for larger ones. Frames are counted as on any machine.
/// </summary>
public sealed class ManyTasksTests : IDisposable
{
    // The record, and the root of a fork whose pages are all shared still.
    private const uint FramesPerTask = 2;

    // The first task's own page with two tables above it.
    private const uint FirstFrames = 3;

    // What it would have if nothing were shared, with all of it charged.
    private const uint ChargePerTask = FramesPerTask + FirstFrames;

    private static readonly int s_doublings = Programs.AreFew ? 10 : 17;
    private static readonly uint s_tasks = 1U << s_doublings;

    private readonly TaskRig _rig;

    public ManyTasksTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig((int)(s_tasks * ChargePerTask) + 5000, new Geometry(3, 2, 3), s_tasks);
    }

    public void Dispose() => SimMachine.Reset();

    [Fact]
    public void EachTakesTwoFramesAndWhoIsNextIsFoundAtOnce()
    {
        FrameCount before = _rig.Memory.Frames.Used;
        ulong few = 0;
        for (int doubling = 0; doubling < s_doublings; doubling++)
        {
            ForkAll(1U << doubling);
            few = doubling == 3 ? CostOfYield() : few;
        }

        Assert.Equal(s_tasks, _rig.Core.Live);
        uint used = (_rig.Memory.Frames.Used - before).Value;
        Assert.Equal((s_tasks - 1) * FramesPerTask, used);
        Assert.Equal(s_tasks * ChargePerTask, _rig.Memory.Charged.Value);
        Assert.Equal(few, CostOfYield());
        _rig.EndAll();
        _rig.AssertNothingIsLost();
    }

    // Each of them in its turn.
    private void ForkAll(uint tasks)
    {
        for (uint turn = 0; turn < tasks; turn++)
        {
            Assert.True(_rig.Call(SystemCall.Fork) > 0, $"task {turn} of {tasks}");
            _rig.Call(SystemCall.Yield);
        }

        // Those that are new have their turn, too: the next to run is the first again.
        for (uint turn = 0; turn < tasks; turn++)
        {
            _rig.Call(SystemCall.Yield);
        }
    }

    // Looks at records of tasks, and at entries of tables.
    private ulong CostOfYield()
    {
        ulong before = SimMachine.Current.TaskAccesses + SimMachine.Current.EntryAccesses;
        _rig.Core.Yield();
        _rig.Core.Dispatch();
        return SimMachine.Current.TaskAccesses + SimMachine.Current.EntryAccesses - before;
    }
}
