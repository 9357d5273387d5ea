using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <content>Waits that would come round to where they began.</content>
public sealed partial class MessageTests
{
    [Fact]
    public void ACircleOfSendersIsRefused()
    {
        ulong handle = Fork(out SimTaskSlot child);
        _rig.Call(SystemCall.Send, handle);
        Assert.Equal(child, _rig.Core.Current);
        ulong above = child.Task.Registers.Rax;
        Assert.Equal(Error(CallError.WouldDeadlock), _rig.Call(SystemCall.Send, above));
    }

    [Fact]
    public void WhoSendsToAParentThatWaitsForItAloneIsRefused()
    {
        Fork(out SimTaskSlot child);
        _rig.Call(SystemCall.Wait);
        Assert.Equal((child, TaskState.Waiting), (_rig.Core.Current, Core.StateOf(_rig.First)));
        Assert.Equal(Error(CallError.WouldDeadlock), _rig.Call(SystemCall.Send, child.Task.Registers.Rax));
        _rig.Call(SystemCall.Exit, 5);
        Assert.Equal(5, new ExitStatus(_rig.First.Task.Registers.Rdx).Code);
    }

    [Fact]
    public void WhoWaitsForAnyChildWhileEachWaitsForItIsRefused()
    {
        Fork(out SimTaskSlot first);
        Fork(out SimTaskSlot second);
        ulong parent = second.Task.Registers.Rax;
        _rig.Call(SystemCall.Yield);
        Assert.Equal(first, _rig.Core.Current);
        _rig.Call(SystemCall.Send, first.Task.Registers.Rax);
        Assert.Equal(second, _rig.Core.Current);
        _rig.Call(SystemCall.Yield);
        Assert.Equal(_rig.First, _rig.Core.Current);
        _rig.Call(SystemCall.Wait);
        Assert.Equal(TaskState.Waiting, Core.StateOf(_rig.First));
        Assert.Equal(Error(CallError.WouldDeadlock), _rig.Call(SystemCall.Send, parent));
        _rig.Call(SystemCall.Exit);
        Assert.Equal(_rig.First, _rig.Core.Current);
        Assert.Equal(Error(CallError.WouldDeadlock), _rig.Call(SystemCall.Wait));
        _rig.Call(SystemCall.Receive);
        Assert.Equal(0, _rig.Call(SystemCall.Reply, _rig.First.Task.Registers.Rdx));
        _rig.Call(SystemCall.Wait);
        Assert.Equal((first, TaskState.Waiting), (_rig.Core.Current, Core.StateOf(_rig.First)));
    }

    [Fact]
    public void ACircleOverTwoWhoWaitForAnyIsRefused()
    {
        Fork(out SimTaskSlot child);
        ulong top = child.Task.Registers.Rax;
        _rig.Call(SystemCall.Wait);
        Assert.Equal(child, _rig.Core.Current);
        SimTaskSlot grandchild = child.Task.Handles.At((ulong)_rig.Call(SystemCall.Fork)).Task;
        _rig.Call(SystemCall.Wait);
        Assert.Equal((grandchild, TaskState.Waiting), (_rig.Core.Current, Core.StateOf(child)));
        Assert.Equal(Error(CallError.WouldDeadlock), _rig.Call(SystemCall.Send, top));
        _rig.Call(SystemCall.Receive);
        Assert.True(_rig.Core.Current.IsNone);
    }
}
