using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// Which messages go the quick way, and that each ends as the general way has it: every scene is played twice.
/// </summary>
public sealed class QuickMessageTests
{
    private const ulong OneHandle = MessageInfo.OneHandle;
    private const uint Moved = HandleGift.Moved;
    private const ulong Room = 8192;

    private static readonly VirtAddr s_buffer = new(0x40_4000);

    [Theory]
    [InlineData(0, true)]
    [InlineData(8, true)]
    [InlineData(32, true)]
    [InlineData(33, true)]
    [InlineData(Room, true)]
    [InlineData(Room + 1, true)]
    [InlineData(OneHandle, true)]
    [InlineData(OneHandle + 8, true)]
    [InlineData(OneHandle + 32, true)]
    [InlineData(OneHandle + 33, false)]
    [InlineData(2 * OneHandle, false)]
    public void MessagesWithAtMostOneHandleGoTheQuickWay(ulong info, bool isQuick)
    {
        AssertAlike(isQuick, rig => Send(rig, info, Child(rig, 2)));
        AssertAlike(isQuick, rig => Reply(rig, info));
    }

    [Theory]
    [InlineData(0u, true)]
    [InlineData(Moved, true)]
    [InlineData(64u, false)]
    [InlineData(64u | Moved, false)]
    [InlineData(1u << 12, false)]
    public void SoDoHandlesOfOnesOwn(uint change, bool isQuick)
    {
        AssertAlike(isQuick, rig => Send(rig, OneHandle, Child(rig, 2) ^ change));
        AssertAlike(isQuick, rig => Reply(rig, OneHandle, change));
    }

    [Fact]
    public void AChildThatHasEndedTakesTheOtherWay() => AssertAlike(isQuick: false, static rig =>
    {
        uint child = Child(rig, 2);
        rig.Call(SystemCall.Kill, child);
        return Send(rig, OneHandle, child);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SoDoesAnyTaskThatHas(bool isReplaced) => AssertAlike(isQuick: false, rig =>
    {
        uint child = Child(rig, 2);
        uint copy = (uint)rig.Call(SystemCall.Duplicate, child, (ulong)HandleRights.All);
        if (isReplaced)
        {
            // As if the handle were older than the task whose record is there now.
            rig.First.Task.Handles.At(copy).Serial--;
        }
        else
        {
            rig.Call(SystemCall.Kill, child);
        }

        return Send(rig, OneHandle, copy);
    });

    [Theory]
    [InlineData(2 << 12)]
    [InlineData(3 << 12)]
    public void PagesOverPagesThatWereLentBeforeDo(ulong length) => AssertAlike(isQuick: true, rig =>
    {
        SimTaskSlot server = rig.First.Task.Handles.At(Child(rig, 1)).Task;
        server.Task.IncomingCapacity = new ByteCount(3 << 12);
        Send(rig, 3 << 12);
        IsQuick(rig, SystemCall.ReplyReceive, server.Task.Registers.Rdx, info: 0, gift: 0);
        rig.Write(rig.First, TaskRig.Pages, [7]);
        return Send(rig, length);
    });

    [Theory]
    [InlineData(3, HandleRights.All, false)]
    [InlineData(4, HandleRights.All, true)]
    [InlineData(5, HandleRights.Send, true)]
    [InlineData(5, HandleRights.Wait, false)]
    public void TheRightToSendAndAReceiverNoLessUrgentAreNeeded(byte level, HandleRights rights, bool isQuick) =>
        AssertAlike(isQuick, rig =>
        {
            ulong child = Child(rig, 1);
            rig.First.Task.Handles.At(child).Task.Task.Priority = new Priority(level);
            ulong copy = (ulong)rig.Call(SystemCall.Duplicate, child, (ulong)rights);
            return IsQuick(rig, SystemCall.Send, copy, info: 8, gift: 0);
        });

    [Fact]
    public void SoDoesAHandleForAReceiverWithoutRoomInItsRecord() => AssertAlike(isQuick: false, static rig =>
    {
        ref HandleTable handles = ref rig.First.Task.Handles.At(Child(rig, 1)).Task.Task.Handles;
        while (handles.FreeCount != 0)
        {
            handles.Add(rig.First, HandleRights.Send, HandleMark.Other, Priority.Ordinary);
        }

        return Send(rig, OneHandle, Child(rig, 2));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NoTwoMessagesHaveTheSameKeyThoughRecordsAreUsedAgain(bool isQuick)
    {
        const int rounds = 10;
        SimMachine.Reset();
        var rig = new TaskRig(frames: 400, pages: 8) { IsQuick = isQuick };
        List<Frame> taken = rig.LeaveFree(8);
        var keys = new HashSet<ulong>();
        var records = new HashSet<Frame>();
        for (int round = 0; round < rounds; round++)
        {
            ulong other = (ulong)rig.Call(SystemCall.Fork);
            rig.Call(SystemCall.Yield);
            rig.Call(SystemCall.Receive);
            ulong child = (ulong)rig.Call(SystemCall.Fork);
            SimTaskSlot slot = rig.First.Task.Handles.At(child).Task;
            records.Add(slot.Frame);
            ulong parent = slot.Task.Registers.Rax;
            for (int message = 0; message < 3; message++)
            {
                rig.Call(SystemCall.Receive);
                Assert.Equal(slot, rig.Core.Current);
                rig.Call(SystemCall.Send, parent);
                ulong key = rig.First.Task.Registers.Rdx;
                Assert.True(keys.Add(key));
                Assert.Equal(0, rig.Call(SystemCall.Reply, key));
            }

            // The last to end is one that has sent nothing.
            Assert.Equal(0, rig.Call(SystemCall.Kill, child));
            Assert.Equal(0, rig.Call(SystemCall.Kill, other));
        }

        Assert.InRange(records.Count, 1, rounds - 1);
        rig.GiveBack(taken);
    }

    // A scene's last call, which goes the quick way or not, leads to the same by both ways.
    private static void AssertAlike(bool isQuick, Func<TaskRig, bool> scene)
    {
        TaskRig quick = Rig(isQuick: true);
        Assert.Equal(isQuick, scene(quick));
        List<string> facts = Facts(quick);
        TaskRig general = Rig(isQuick: false);
        Assert.False(scene(general));
        Assert.Equal(Facts(general), facts);
    }

    // Two children wait for messages, and the first task runs.
    private static TaskRig Rig(bool isQuick)
    {
        SimMachine.Reset();
        var rig = new TaskRig(frames: 400, pages: 8) { IsQuick = isQuick };
        rig.Write(rig.First, TaskRig.Pages, [.. Enumerable.Range(0, 3 << 12).Select(static i => (byte)(i % 251))]);
        rig.Call(SystemCall.Fork);
        rig.Call(SystemCall.Fork);
        rig.Call(SystemCall.Yield);
        rig.Call(SystemCall.Receive, c: s_buffer.Value, e: Room);
        rig.Call(SystemCall.Receive, c: s_buffer.Value, e: Room);
        Assert.Equal(rig.First, rig.Core.Current);
        return rig;
    }

    private static uint Child(TaskRig rig, ulong number) => rig.First.Task.Handles.At(number).Key;

    // The first task sends to the first child.
    private static bool Send(TaskRig rig, ulong info, uint gift = 0) =>
        IsQuick(rig, SystemCall.Send, Child(rig, 1), info, gift);

    // The first child, asked by the first task, replies, with its handle for that.
    private static bool Reply(TaskRig rig, ulong info, uint change = 0)
    {
        Send(rig, 8);
        ref Task server = ref rig.Core.Current.Task;
        uint gift = server.Handles.At(1).Key ^ change;
        return IsQuick(rig, SystemCall.ReplyReceive, server.Registers.Rdx, info, gift);
    }

    private static bool IsQuick(TaskRig rig, SystemCall call, ulong whom, ulong info, uint gift)
    {
        int before = rig.QuickCount;
        rig.Core.Current.Task.Registers.Message = new ShortMessage { Word0 = 1, Word1 = 2, Word2 = 3, Word3 = 4 };
        rig.Call(call, whom, info, s_buffer.Value, TaskRig.Pages.Value, Room, gift);
        return rig.QuickCount != before;
    }

    // All that programs can tell.
    private static List<string> Facts(TaskRig rig)
    {
        List<string> facts =
        [
            $"{rig.Core.Current.Frame}, root {SimMachine.Current.WrittenRoot:x}",
            $"lent {rig.Core.PagesLent}, copied {rig.Core.BytesCopied}",
        ];
        foreach (SimTaskSlot slot in rig.Tasks)
        {
            Task task = slot.Task;
            SavedRegisters results = task.Registers;
            ShortMessage words = results.Message;
            facts.Add($"{slot.Frame} {Core.StateOf(slot)} for {task.Peer.Frame}, key {task.ReplyKey.Value:x}");
            facts.Add(Core.StateOf(slot) != TaskState.Ready ? ""
                : $"{results.Rax:x} {results.Rdx:x} {results.Rsi:x} {results.Rdi:x} "
                + $"{words.Word0:x} {words.Word1:x} {words.Word2:x} {words.Word3:x}");
            facts.AddRange(Enumerable.Range(1, task.Handles.Count - 1)
                .Select(index => slot.Task.Handles.At((ulong)index)).Where(static entry => entry.Key != 0)
                .Select(static entry =>
                    $"{entry.Key:x} {entry.Rights} {entry.Mark} {entry.Task.Frame} {entry.SendSerial:x}"));
            facts.Add(Convert.ToHexString(rig.Read(slot, TaskRig.Pages, 8 << 12)));
        }

        return facts;
    }
}
