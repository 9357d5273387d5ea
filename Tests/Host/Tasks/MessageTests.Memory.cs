using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <content>Messages that do not fit into registers, and the buffers at both ends.</content>
public sealed partial class MessageTests
{
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
}
