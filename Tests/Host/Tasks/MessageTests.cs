using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Two or three tasks and their messages, step by step.</summary>
public sealed partial class MessageTests
{
    private readonly TaskRig _rig;

    public MessageTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 400, pages: 8);
    }

    private ulong Handle => Fork(out _);

    [Fact]
    public void AShortMessageAndItsReplyTravelInRegisters()
    {
        ulong handle = Fork(out SimTaskSlot child);
        SimTaskSlot parent = _rig.First;
        parent.Task.Registers.Message.Word0 = 11;
        parent.Task.Registers.Message.Word3 = 44;
        _rig.Call(SystemCall.Send, handle, b: 32);
        Assert.Equal(child, _rig.Core.Current);
        Assert.Equal(32, _rig.Call(SystemCall.Receive));
        Assert.Equal(11ul, child.Task.Registers.Message.Word0);
        Assert.Equal(44ul, child.Task.Registers.Message.Word3);
        ulong sender = child.Task.Registers.Rdx;
        Assert.Equal(parent.Frame.Number, new SenderId(sender).Task);
        child.Task.Registers.Message.Word0 = 99;
        Assert.Equal(0, _rig.Call(SystemCall.Reply, sender, b: 8));
        _rig.Call(SystemCall.Yield);
        Assert.Equal(parent, _rig.Core.Current);
        Assert.Equal(8ul, parent.Task.Registers.Rax);
        Assert.Equal(99ul, parent.Task.Registers.Message.Word0);
    }

    [Theory]
    [InlineData(SystemCall.Send)]
    [InlineData(SystemCall.SendShort)]
    public void AHandleThatStandsForNothingIsLookedAtWithoutHarm(SystemCall call)
    {
        ulong handle = Fork(out _);
        for (ulong entry = 0; entry < 64; entry++)
        {
            Assert.Equal(Error(CallError.BadHandle), _rig.Call(call, (handle & ~63UL) + (1 << 20) + entry));
            Assert.Equal(Error(CallError.BadHandle), _rig.Call(call, entry));
        }

        Assert.Equal(0, _rig.Call(SystemCall.Close, handle));
        Assert.Equal(Error(CallError.BadHandle), _rig.Call(call, handle));
    }

    [Fact]
    public void AReplyIsGoodOnce()
    {
        SimTaskSlot child = Receive(out ulong sender);
        Assert.Equal(child, _rig.Core.Current);
        Assert.Equal(0, _rig.Call(SystemCall.Reply, sender));
        Assert.Equal(Error(CallError.BadSender), _rig.Call(SystemCall.Reply, sender));
        Assert.Equal(Error(CallError.BadSender), _rig.Call(SystemCall.Reply, sender + 1));
        Assert.Equal(Error(CallError.BadSender), _rig.Call(SystemCall.Reply, ulong.MaxValue));
        Assert.Equal(Error(CallError.BadSender), _rig.Call(SystemCall.Reply, 0));
    }

    [Fact]
    public void AReplyToAPageThatLooksLikeARecordIsRefused()
    {
        Receive(out ulong sender);
        _rig.Write(_rig.First, At(0), [1]);
        Frame page = PagingManager.Query(in _rig.First.Task.Space, At(0)).Frame;

        // What a program could write there.
        ref Task forged = ref SimMachine.TaskIn(page);
        forged = _rig.First.Task;
        SimMachine.Record(page).Receiving = 0;
        forged.ReplyKey = new ReplyKey(page, (uint)sender);
        Assert.Equal(Error(CallError.BadSender), _rig.Call(SystemCall.Reply, forged.ReplyKey.Value));
        Assert.Equal(0, _rig.Call(SystemCall.Reply, sender));
    }

    [Fact]
    public void AReplyThatCannotBeIsRefusedAndTheSenderWaits()
    {
        SimTaskSlot child = Receive(out ulong sender);
        Assert.Equal(Error(CallError.BadArgument), _rig.Call(SystemCall.Reply, sender, b: 1UL << 48));
        Assert.Equal(Error(CallError.BadBuffer), _rig.Call(SystemCall.Reply, sender, b: 33));
        Assert.Equal(Error(CallError.BadHandle), _rig.Call(SystemCall.Reply, sender, b: 1UL << 56, f: 77));
        Assert.Equal(Error(CallError.BadHandle), _rig.Call(SystemCall.ReplyReceive, sender, b: 1UL << 56, f: 77));
        Assert.Equal((child, TaskState.AwaitingReply), (_rig.Core.Current, Core.StateOf(_rig.First)));
    }

    [Fact]
    public void WhereNobodyIsToBeAnsweredNothingIsWrongWithTheReply()
    {
        Fork(out SimTaskSlot child);
        _rig.Call(SystemCall.Yield);
        Assert.Equal(child, _rig.Core.Current);
        _rig.Call(SystemCall.ReplyReceive, 0, b: ulong.MaxValue);
        Assert.Equal(TaskState.Receiving, Core.StateOf(child));
    }

    [Fact]
    public void AMessageOfHandlesThatAreNoneIsRefused() =>
        Assert.Equal(Error(CallError.BadHandle), _rig.Call(SystemCall.Send, Handle, b: 1UL << 56, f: 77));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AShortMessageNeedsNoBufferAndLeavesItAlone(bool isWaiting)
    {
        ulong handle = Fork(out SimTaskSlot child);
        if (isWaiting)
        {
            _rig.Call(SystemCall.Yield);
            _rig.Call(SystemCall.Receive, c: 0x1000, e: 4096);
        }

        _rig.First.Task.Registers.Message.Word3 = 7;
        _rig.Call(SystemCall.Send, handle, b: 32 + (2UL << 56), f: handle | handle << 32);
        if (!isWaiting)
        {
            _rig.Call(SystemCall.Receive, c: 0x1000, e: 4096);
        }

        Assert.Equal(32 + (2L << 56), (long)child.Task.Registers.Rax);
        Assert.Equal(7ul, child.Task.Registers.Message.Word3);
    }

    [Fact]
    public void RightsThatAreNoneAreAnArgumentThatIsBad()
    {
        ulong handle = Handle;
        const ulong more = (ulong)HandleRights.All + 1;
        Assert.Equal(Error(CallError.BadArgument), _rig.Call(SystemCall.Duplicate, handle, more));
        Assert.Equal(Error(CallError.BadArgument), _rig.Call(SystemCall.Duplicate, 77, ulong.MaxValue));
    }

    [Theory]
    [InlineData(1ul << 48)]
    [InlineData(1ul << 63)]
    [InlineData(5ul << 56)]
    [InlineData(ulong.MaxValue)]
    public void AMessageThatCannotBeIsRefused(ulong info) =>
        Assert.Equal(Error(CallError.BadArgument), _rig.Call(SystemCall.Send, Handle, info));

    [Fact]
    public void HandlesThatAreNoneAreRefused()
    {
        ulong handle = Handle;
        foreach (ulong wrong in (ulong[])[0, handle + 64, handle | 1UL << 32, ulong.MaxValue, 63])
        {
            Assert.Equal(Error(CallError.BadHandle), _rig.Call(SystemCall.Send, wrong));
        }

        Assert.Equal(0, _rig.Call(SystemCall.Close, handle));
        Assert.Equal(Error(CallError.BadHandle), _rig.Call(SystemCall.Send, handle));
    }

    [Fact]
    public void AHandleWithoutTheRightIsRefused()
    {
        ulong weak = (ulong)_rig.Call(SystemCall.Duplicate, Handle, (ulong)HandleRights.Wait);
        Assert.Equal(Error(CallError.NoRight), _rig.Call(SystemCall.Send, weak));
        Assert.Equal(Error(CallError.NoRight), _rig.Call(SystemCall.Kill, weak));
        Assert.Equal(Error(CallError.NoRight), _rig.Call(SystemCall.Duplicate, weak, (ulong)HandleRights.All));
    }

    [Fact]
    public void WhoeverWaitsForATaskThatEndsIsTold()
    {
        Receive(out _);
        _rig.Call(SystemCall.Exit, 3);
        Assert.Equal(_rig.First, _rig.Core.Current);
        Assert.Equal(Error(CallError.PeerGone), (long)_rig.First.Task.Registers.Rax);
        _rig.Call(SystemCall.Wait);
        Assert.Equal(3, new ExitStatus(_rig.First.Task.Registers.Rdx).Code);
        Assert.Equal(Error(CallError.NoChild), _rig.Call(SystemCall.Wait));
    }

    [Fact]
    public void AReplyToTheDeadIsRefused()
    {
        ulong handle = Fork(out SimTaskSlot child);
        ulong above = child.Task.Registers.Rax;
        _rig.Call(SystemCall.Receive);
        Assert.Equal(child, _rig.Core.Current);
        _rig.Call(SystemCall.Send, above);
        Assert.Equal(_rig.First, _rig.Core.Current);
        ulong sender = _rig.First.Task.Registers.Rdx;
        Assert.Equal(0, _rig.Call(SystemCall.Kill, handle));
        Assert.Equal(Error(CallError.BadSender), _rig.Call(SystemCall.Reply, sender));
        Assert.Equal(Error(CallError.PeerGone), _rig.Call(SystemCall.Send, handle));
    }

    [Fact]
    public void AHandleTravelsInAMessage()
    {
        ulong handle = Fork(out SimTaskSlot child);
        ulong other = Fork(out _);
        _rig.Call(SystemCall.Send, handle, 1UL << 56, f: other | 1UL << 31);
        Assert.Equal(child, _rig.Core.Current);
        Assert.Equal(1L << 56, _rig.Call(SystemCall.Receive));
        ulong received = child.Task.Registers.Rsi;
        Assert.NotEqual(0ul, received);
        Assert.Equal(0, _rig.Call(SystemCall.Kill, received));
        Assert.Equal(Error(CallError.PeerGone), _rig.Call(SystemCall.Send, received));
        Assert.False(_rig.First.Task.Handles.Contains(other));
    }

    [Fact]
    public void NothingIsLostWhenAllHaveEnded()
    {
        Receive(out _);
        _rig.EndAll();
        _rig.AssertNothingIsLost();
    }

    private static long Error(CallError error) => -(long)error;

    private static VirtAddr At(int offset) => TaskRig.Pages + new ByteCount((ulong)offset);

    // A child of the first task, and the first one's handle for it.
    private ulong Fork(out SimTaskSlot child)
    {
        ulong handle = (ulong)_rig.Call(SystemCall.Fork);
        child = _rig.First.Task.Handles.At(handle).Task;
        return handle;
    }

    // The first task has sent something that its child has received; the child runs. The buffer for the reply is bad.
    private SimTaskSlot Receive(out ulong sender)
    {
        ulong handle = Fork(out SimTaskSlot child);
        _rig.Call(SystemCall.Send, handle, b: 8, c: 0x1000, e: 4096);
        _rig.Call(SystemCall.Receive);
        sender = child.Task.Registers.Rdx;
        return child;
    }
}
