using Kernel.Abi;
using Kernel.Console;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>What Count says is what the kernel has counted.</summary>
public sealed class CounterTests
{
    private readonly TaskRig _rig;

    public CounterTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 400, pages: 8);
        _rig.Write(_rig.First, TaskRig.Pages, new byte[8 << 12]);
    }

    [Fact]
    public void MessagesAreCountedByBytesAndPages()
    {
        Converse(length: 8192);
        Converse(length: 5000);
        Assert.Equal(5000 - 4096, Count(Counter.BytesCopied));
        Assert.Equal(3, Count(Counter.PagesLent));
    }

    [Fact]
    public void TasksAndWhatTheyMayUseAreCounted()
    {
        Assert.Equal(1, Count(Counter.Tasks));
        _rig.Call(SystemCall.Fork);
        Assert.Equal(2, Count(Counter.Tasks));
        Assert.Equal(_rig.First.Frame.Number, Count(Counter.Self));
        Assert.Equal(_rig.First.Task.Space.Charge.Value, Count(Counter.Charge));
        Assert.Equal(_rig.First.Task.Space.Quota.Value, Count(Counter.Quota));
    }

    [Fact]
    public void SpacesOfTasksThatHaveEndedAreFree()
    {
        long before = Count(Counter.FreeFrames);
        ulong child = (ulong)_rig.Call(SystemCall.Fork);
        Assert.True(Count(Counter.FreeFrames) < before);
        _rig.Call(SystemCall.Kill, child);
        Assert.Equal(before, Count(Counter.FreeFrames));
        Assert.False(_rig.Memory.HasDying);
        Assert.Equal(_rig.Memory.Frames.Free.Value, Count(Counter.FreeFrames));
    }

    [Fact]
    public void InvalidationsAreCountedAndWritesOfTheRoot()
    {
        Converse(length: 8192);
        Assert.Equal(0, _rig.Call(SystemCall.Unmap, TaskRig.Pages.Value, 1 << 12));
        Assert.Equal(0, _rig.Call(SystemCall.Protect, TaskRig.Pages.Value + (1 << 12), 6 << 12));
        Assert.NotEqual(0ul, _rig.Memory.Invalidations.PagesIssued);
        Assert.NotEqual(0ul, _rig.Memory.Invalidations.WholeIssued);
        Assert.Equal((long)_rig.Memory.Invalidations.PagesIssued, Count(Counter.PagesInvalidated));
        Assert.Equal(
            (long)(_rig.Memory.Switches + _rig.Memory.Invalidations.WholeIssued), Count(Counter.RootWrites));
    }

    [Fact]
    public void NothingGivesNothing()
    {
        _rig.First.Task.Registers.Rax = 5;
        Assert.Equal(0, _rig.Call(SystemCall.Nothing));
    }

    [Fact]
    public void TimeIsCounted()
    {
        _rig.Core.Tick();
        _rig.Core.Tick();
        Assert.Equal(2, Count(Counter.Ticks));
        Assert.Equal((long)(2 * Kernel.Tasks.Core.TickPeriod), Count(Counter.Nanoseconds));
        _rig.Core.Clock = new BootClock(77, 0);
        Assert.Equal(77, Count(Counter.EntryStamp));
    }

    [Theory]
    [InlineData((ulong)Counter.Nanoseconds + 1)]
    [InlineData(ulong.MaxValue)]
    public void NothingElseIs(ulong counter) =>
        Assert.Equal(-(long)CallError.BadArgument, _rig.Call(SystemCall.Count, counter));

    private long Count(Counter counter) => _rig.Call(SystemCall.Count, (ulong)counter);

    // A child gets a message from the first task, which it replies to, and ends.
    private void Converse(ulong length)
    {
        ulong child = (ulong)_rig.Call(SystemCall.Fork);
        _rig.Call(SystemCall.Send, child, length, d: TaskRig.Pages.Value);
        _rig.Call(SystemCall.Receive, c: TaskRig.Pages.Value + (4 << 12), e: length);
        _rig.Call(SystemCall.Reply, _rig.Core.Current.Task.Registers.Rdx);
        _rig.Call(SystemCall.Exit);
        Assert.Equal(_rig.First, _rig.Core.Current);
    }
}
