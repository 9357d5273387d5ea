using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Who runs, after calls that leave more than one who could.</summary>
public sealed class SchedulingTests
{
    private readonly TaskRig _rig;

    public SchedulingTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 2000, pages: 64);
    }

    private static ulong Root => SimMachine.Current.WrittenRoot;

    [Fact]
    public void WhoIsMoreUrgentGoesOnAtOnceAndTheOtherAsSoonAsItCan()
    {
        SimTaskSlot server = Fork(out ulong handle);
        _rig.Call(SystemCall.Yield);
        _rig.Call(SystemCall.Receive);
        server.Task.Priority = new Priority(2);
        _rig.Call(SystemCall.Send, handle);
        Assert.Equal(server, _rig.Core.Current);
        _rig.Call(SystemCall.Reply, server.Task.Registers.Rdx);
        Assert.Equal(_rig.First, _rig.Core.Current);
        _rig.Call(SystemCall.Yield);
        Assert.Equal(_rig.First, _rig.Core.Current);
        _rig.Call(SystemCall.Wait, handle);
        Assert.Equal(server, _rig.Core.Current);
        Assert.Equal(0ul, server.Task.Registers.Rax);
    }

    [Fact]
    public void WhereAllWaitTheKernelsOwnSpaceIsTheProcessors()
    {
        ulong first = Root;
        Assert.Equal(_rig.First.Task.Space.Register, first);
        _rig.Call(SystemCall.Receive);
        Assert.True(_rig.Core.Current.IsNone);
        Assert.NotEqual(first, Root);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AYieldTakesDeadMemoryApart(bool isQuick)
    {
        SimMachine.Reset();
        var rig = new TaskRig(frames: 2000, pages: 600) { IsQuick = isQuick };
        ulong child = (ulong)rig.Call(SystemCall.Fork);
        rig.Write(rig.First.Task.Handles.At(child).Task, TaskRig.Pages, new byte[600 << 12]);
        rig.Call(SystemCall.Kill, child);
        int yields = 0;
        while (rig.Memory.HasDying)
        {
            rig.Call(SystemCall.Yield);
            yields++;
            Assert.InRange(yields, 1, 1000);
        }

        Assert.InRange(yields, 2, 1000);
        Assert.Equal(0, rig.QuickCount);
        rig.Call(SystemCall.Yield);
        Assert.Equal(isQuick ? 1 : 0, rig.QuickCount);
    }

    [Fact]
    public void WhoIsAnsweredWaitsForItsTurnWhereTheServerGoesOn()
    {
        SimTaskSlot server = Fork(out ulong handle);
        SimTaskSlot other = Fork(out _);
        SimTaskSlot second = Fork(out _);
        ulong toServer = second.Task.Handles.At(1).Key;
        _rig.Call(SystemCall.Send, handle);
        _rig.Call(SystemCall.Receive);
        ulong sender = server.Task.Registers.Rdx;
        _rig.Call(SystemCall.Yield);
        Assert.Equal(other, _rig.Core.Current);
        _rig.Call(SystemCall.Yield);
        Assert.Equal(second, _rig.Core.Current);
        _rig.Call(SystemCall.Send, toServer);
        Assert.Equal(server, _rig.Core.Current);
        _rig.Call(SystemCall.ReplyReceive, sender);
        Assert.Equal(server, _rig.Core.Current);
        _rig.Call(SystemCall.Receive);
        Assert.Equal(other, _rig.Core.Current);
        _rig.Call(SystemCall.Receive);
        Assert.Equal(_rig.First, _rig.Core.Current);
    }

    [Fact]
    public void ATickEndsATurnForSomebodyAsUrgentAndTakesDeadMemoryApart()
    {
        SimTaskSlot child = Fork(out ulong handle);
        _rig.Write(child, TaskRig.Pages, new byte[64 << 12]);
        _rig.Call(SystemCall.Yield);
        _rig.Call(SystemCall.Receive);
        Assert.False(_rig.Core.Tick());
        SimTaskSlot other = Fork(out _);
        Assert.True(_rig.Core.Tick());
        Assert.Equal(other, _rig.Core.Preempt());
        other.Task.Priority = new Priority(5);
        Assert.False(_rig.Core.Tick());
        Assert.Equal(other, _rig.Core.Preempt());
        _rig.Call(SystemCall.Receive);
        _rig.Call(SystemCall.Kill, handle);
        for (int ticks = 0; _rig.Memory.HasDying; ticks++)
        {
            Assert.InRange(ticks, 0, 100);
            _rig.Core.Preempt();
        }
    }

    [Fact]
    public void TheEndOfTheFirstTaskIsTheSystems()
    {
        Fork(out ulong handle);
        _rig.Call(SystemCall.Yield);
        _rig.Call(SystemCall.Exit, 3);
        Assert.Equal((false, default), (_rig.Core.HasEnded, _rig.Core.FirstStatus));
        Assert.NotEqual(0ul, handle);

        TaskRig programs = CallPoints.Programs();
        programs.Call(SystemCall.Kill, (ulong)programs.Call(SystemCall.Fork));
        Assert.False(programs.Core.HasEnded);
        programs.Call(SystemCall.Exit, 7);
        Assert.True(programs.Core.HasEnded);
        Assert.Equal((EndCause.Exited, 7), (programs.Core.FirstStatus.Cause, programs.Core.FirstStatus.Code));
        Assert.True(programs.Core.Current.IsNone && programs.Core.First.IsNone);
    }

    private SimTaskSlot Fork(out ulong handle)
    {
        handle = (ulong)_rig.Call(SystemCall.Fork);
        return _rig.First.Task.Handles.At(handle).Task;
    }
}
