using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// How the bytes of a long message get from one memory into the other, by both ways: lent or copied, and without a trace
/// in memory that is not the message's.
/// </summary>
public sealed class TransferTests
{
    private const int Page = 1 << 12;
    private const int Pages = 16;

    public static TheoryData<bool> Ways => [true, false];

    [Theory]
    [InlineData(0, 4 * Page, 3 * Page, 3)]
    [InlineData(0, 5 * Page, 3 * Page, 3)]
    [InlineData(100, (4 * Page) + 100, 3 * Page, 2)]
    [InlineData(100, (5 * Page) + 100, (2 * Page) - 100, 1)]
    [InlineData(100, (4 * Page) + 100, Page - 100, 0)]
    [InlineData(100, (4 * Page) + 100, 40, 0)]
    [InlineData(100, (4 * Page) + 200, 40, 0)]
    [InlineData(4000, (4 * Page) + 4000, 200, 0)]
    [InlineData(0, (4 * Page) + 1, 3 * Page, 0)]
    [InlineData(Page - 1, 4 * Page, 3 * Page, 0)]
    public void WholePagesAtTheSamePlaceAreLentAndTheRestIsCopied(int from, int to, int length, int pages)
    {
        foreach (bool isQuick in (bool[])[true, false])
        {
            TaskRig rig = Rig(isQuick);
            SimTaskSlot child = Waiting(rig, to, (ulong)length, out ulong handle);
            rig.Call(SystemCall.Send, handle, (ulong)length, d: At(from).Value);
            AssertHolds(rig, child, from, to, length);
            Assert.Equal(((ulong)pages, (ulong)(length - (pages * Page))), (rig.Core.PagesLent, rig.Core.BytesCopied));
            Assert.Equal(default, child.Task.Registers.Message);
            rig.AssertSound();
        }
    }

    // From 0; as many bytes as there is room for. The bounds are what it takes today.
    [Theory]
    [InlineData(true, 4 * Page, 2 * Page, 22)]
    [InlineData(true, (4 * Page) + 8, 2 * Page, 22)]
    [InlineData(false, (4 * Page) + 8, 2 * Page, 22)]
    public void NoMoreEntriesAreReadAndWritten(bool isQuick, int to, int length, int most)
    {
        TaskRig rig = Rig(isQuick);
        SimTaskSlot child = Waiting(rig, to, (ulong)length, out ulong handle);
        rig.Write(rig.First, At(0), Data(0, length));
        rig.Write(child, At(to), new byte[length]);
        ulong before = SimMachine.Current.EntryAccesses;
        rig.Call(SystemCall.Send, handle, (ulong)length, d: At(0).Value);
        Assert.InRange(SimMachine.Current.EntryAccesses - before, 1UL, (ulong)most);
        AssertHolds(rig, child, 0, to, length);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void NoMoreArrivesThanThereIsRoomFor(bool isQuick)
    {
        TaskRig rig = Rig(isQuick);
        SimTaskSlot child = Waiting(rig, 4 * Page, Page + 10, out ulong handle);
        rig.Call(SystemCall.Send, handle, 3 * Page, d: At(0).Value);
        AssertHolds(rig, child, 0, 4 * Page, Page + 10);
        Assert.Equal(3ul * Page, child.Task.Registers.Rax);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 8)]
    [InlineData(false, 0)]
    [InlineData(false, 8)]
    public void WhatItsSenderMayOnlyReadTheReceiverMayWrite(bool isQuick, int offset)
    {
        TaskRig rig = Rig(isQuick);
        SimTaskSlot child = Waiting(rig, (4 * Page) + offset, 3 * Page, out ulong handle);
        Assert.Equal(0, rig.Call(SystemCall.Protect, At(0).Value, 3 * Page));
        rig.Call(SystemCall.Send, handle, 2 * Page, d: At(0).Value);
        AssertHolds(rig, child, 0, (4 * Page) + offset, 2 * Page);
        Assert.Equal(0ul, rig.Core.PagesLent);
        rig.Write(child, At((4 * Page) + offset), [99]);
        Assert.Equal(Data(0, Page), rig.Read(rig.First, At(0), Page));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void PagesThatAreReadStaySharedWithTheReceiver(bool isQuick)
    {
        TaskRig rig = Rig(isQuick);
        SimTaskSlot child = Waiting(rig, (4 * Page) + 200, Page, out ulong handle);
        Frame before = FrameAt(rig.First, 0);
        Assert.Equal(before, FrameAt(child, 0));
        rig.Call(SystemCall.Send, handle, 1000, d: At(100).Value);
        Assert.Equal((before, before), (FrameAt(rig.First, 0), FrameAt(child, 0)));
        Assert.NotEqual(FrameAt(rig.First, 4 * Page), FrameAt(child, 4 * Page));
    }

    [Fact]
    public void WhereMemoryRunsOutAMessageArrivesWholeOrItsReceiverIsTold()
    {
        const int length = 3 * Page;
        bool isThere = false;
        for (uint free = 0; !isThere; free++)
        {
            TaskRig rig = Rig(isQuick: false);
            SimTaskSlot child = Waiting(rig, (4 * Page) + 100, length, out ulong handle);
            rig.Write(child, At(7 * Page), Data(7 * Page, 1));
            List<Frame> taken = rig.LeaveFree(free);
            rig.Call(SystemCall.Send, handle, length, d: At(100).Value);
            rig.GiveBack(taken);
            isThere = (long)child.Task.Registers.Rax == length;
            if (isThere)
            {
                AssertHolds(rig, child, 100, (4 * Page) + 100, length);
            }
            else
            {
                Assert.Equal(-(long)CallError.OutOfMemory, (long)child.Task.Registers.Rax);
            }
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void StacksGrowForMessages(bool isFromStack, bool isToStack)
    {
        const ulong length = 100;
        const ulong data = 0x40_5000;
        TaskRig rig = CallPoints.Programs();
        ulong stack = rig.First.Task.Registers.Rsp - (3 * Page);
        ulong handle = (ulong)rig.Call(SystemCall.Fork);
        SimTaskSlot child = rig.First.Task.Handles.At(handle).Task;
        ulong from = isFromStack ? stack : data;
        byte[] expected = isFromStack ? new byte[length] : rig.Read(rig.First, new VirtAddr(data), (int)length);
        rig.Call(SystemCall.Send, handle, length, d: from);
        ulong to = isToStack ? stack - Page : data + 1;
        Assert.Equal((long)length, rig.Call(SystemCall.Receive, c: to, e: length));
        Assert.Equal(expected, rig.Read(child, new VirtAddr(to), (int)length));
    }

    private static VirtAddr At(int offset) => TaskRig.Pages + new ByteCount((ulong)offset);

    // What is in the memory of both before the message.
    private static byte[] Data(int offset, int length) =>
        [.. Enumerable.Range(offset, length).Select(static i => (byte)(i % 251))];

    private static Frame FrameAt(SimTaskSlot slot, int offset) =>
        PagingManager.Query(in slot.Task.Space, At(offset)).Frame;

    private static TaskRig Rig(bool isQuick)
    {
        SimMachine.Reset();
        var rig = new TaskRig(frames: 400, Pages) { IsQuick = isQuick };
        rig.Write(rig.First, At(0), Data(0, Pages * Page));
        return rig;
    }

    // A child that waits for a message with room for so many bytes; the first task runs.
    private static SimTaskSlot Waiting(TaskRig rig, int to, ulong capacity, out ulong handle)
    {
        handle = (ulong)rig.Call(SystemCall.Fork);
        SimTaskSlot child = rig.First.Task.Handles.At(handle).Task;
        rig.Call(SystemCall.Yield);
        rig.Call(SystemCall.Receive, c: At(to).Value, e: capacity);
        Assert.Equal(rig.First, rig.Core.Current);
        return child;
    }

    // The message is where it should be, all else is as it was, and the sender's memory too.
    private static void AssertHolds(TaskRig rig, SimTaskSlot child, int from, int to, int length)
    {
        Assert.Equal(TaskState.AwaitingReply, Core.StateOf(rig.First));
        byte[] expected = Data(0, Pages * Page);
        Data(from, length).CopyTo(expected, to);
        Assert.Equal(expected, rig.Read(child, At(0), Pages * Page));
        Assert.Equal(Data(0, Pages * Page), rig.Read(rig.First, At(0), Pages * Page));
    }
}
