using System.Linq;
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
    [InlineData(33, 0, 0)]
    [InlineData(5000, 0, 0)]
    [InlineData(5000, 100, 100)]
    [InlineData(12288, 1, 2)]
    [InlineData(12288, 4095, 4095)]
    [InlineData(8192, 0, 0)]
    public void ALongMessageArrivesAsItWasSent(int length, int from, int to)
    {
        byte[] data = [.. Enumerable.Range(0, length).Select(static i => (byte)(i * 7))];
        _rig.Write(_rig.First, At(from), data);
        ulong handle = Fork(out SimTaskSlot child);
        _rig.Write(_rig.First, At(from), [data[0]]);
        _rig.Call(SystemCall.Send, handle, (ulong)length, d: At(from).Value);
        VirtAddr into = At((4 << 12) + to);
        Assert.Equal(length, _rig.Call(SystemCall.Receive, c: into.Value, e: 16384));
        Assert.Equal(data, _rig.Read(child, into, length));
        _rig.Write(child, into, [1, 2, 3]);
        Assert.Equal(data, _rig.Read(_rig.First, At(from), length));
    }

    [Fact]
    public void WholePagesAreLentAndNotCopied()
    {
        _rig.Write(_rig.First, At(0), new byte[8192]);
        ulong handle = Fork(out _);
        _rig.Call(SystemCall.Send, handle, 8192, d: At(0).Value);
        _rig.Call(SystemCall.Receive, c: At(4 << 12).Value, e: 8192);
        Assert.Equal((0ul, 2ul), (_rig.Core.BytesCopied, _rig.Core.PagesLent));
    }

    [Fact]
    public void AMessageLongerThanTheBufferIsCutAndBothKnow()
    {
        _rig.Write(_rig.First, At(0), Enumerable.Repeat((byte)5, 100).ToArray());
        ulong handle = Fork(out SimTaskSlot child);
        _rig.Call(SystemCall.Send, handle, 100, d: At(0).Value);
        Assert.Equal(100, _rig.Call(SystemCall.Receive, c: At(4096).Value, e: 10));
        Assert.Equal([.. Enumerable.Repeat((byte)5, 10), 0], _rig.Read(child, At(4096), 11));
    }

    [Fact]
    public void ABadReceiveBufferIsTheReceiversFaultAndTheMessageStays()
    {
        _rig.Write(_rig.First, At(0), new byte[100]);
        ulong handle = Fork(out SimTaskSlot child);
        _rig.Call(SystemCall.Send, handle, 100, d: At(0).Value);
        Assert.Equal(Error(CallError.BadBuffer), _rig.Call(SystemCall.Receive, c: 0x1000, e: 4096));
        Assert.Equal(TaskState.Sending, Core.StateOf(_rig.First));
        Assert.Equal(100, _rig.Call(SystemCall.Receive, c: At(0).Value, e: 4096));
        Assert.Equal(child, _rig.Core.Current);
    }

    [Fact]
    public void AWaitingReceiverWhoseBufferIsBadIsTold()
    {
        ulong handle = Fork(out SimTaskSlot child);
        _rig.Call(SystemCall.Yield);
        _rig.Call(SystemCall.Receive, c: 0xFFFF_8000_0000_0000, e: ulong.MaxValue);
        Assert.Equal(_rig.First, _rig.Core.Current);
        _rig.Call(SystemCall.Send, handle, 100, d: At(0).Value);
        Assert.Equal(TaskState.Sending, Core.StateOf(_rig.First));
        Assert.Equal(Error(CallError.BadBuffer), (long)child.Task.Registers.Rax);
        Assert.Equal(child, _rig.Core.Current);
    }

    [Fact]
    public void ASenderWhoseReplyBufferIsBadIsToldAndTheServerIsNot()
    {
        SimTaskSlot child = Receive(out ulong sender);
        Assert.Equal(0, _rig.Call(SystemCall.Reply, sender, 100, d: At(0).Value));
        Assert.Equal(child, _rig.Core.Current);
        Assert.Equal(Error(CallError.BadBuffer), (long)_rig.First.Task.Registers.Rax);
    }

    [Theory]
    [InlineData(0ul, 100ul)]
    [InlineData(0xFFFF_8000_0000_0000, 100ul)]
    [InlineData(0x40_0000ul, 0x8001ul)]
    [InlineData(0x40_7FFFul, 34ul)]
    [InlineData(0x7FFF_FFFF_EFFFul, 4096ul)]
    [InlineData(0x8000_0000_0000ul, 4096ul)]
    public void DataThatAreNotTheSendersAreRefused(ulong data, ulong length)
    {
        ulong handle = Handle;
        Assert.Equal(Error(CallError.BadBuffer), _rig.Call(SystemCall.Send, handle, length, d: data));
        Assert.Equal(_rig.First, _rig.Core.Current);
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
