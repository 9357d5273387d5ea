using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Tests.Host.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Model.Traces;

/// <summary>
/// The kernel's own code on the simulated machine, beside a run of the model: the same calls, and after each of them
/// the same states, turns, results and handles. Messages, reply keys and exit codes have values here, which the model
/// has not.
/// </summary>
internal sealed class Replay
{
    private const ulong Trapped = 2UL << 32;
    private const ulong Killed = 1UL << 32;
    private const uint ForkedFrames = 50;

    private readonly TaskRig _rig;
    private readonly SimTaskSlot[] _slots;
    private readonly ulong[] _latestKeys;
    private readonly ulong[] _earlierKeys;
    private readonly ulong[] _words;
    private readonly Tables _tables;
    private IReadOnlyList<TracedTask> _before;
    private ulong _step;

    public Replay(int tasks, int entries, bool isQuick)
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 400, pages: 1) { IsQuick = isQuick };
        _tables = new Tables(entries);
        _tables.Fill(_rig.First);
        _slots = new SimTaskSlot[tasks];
        _slots[0] = _rig.First;
        _latestKeys = new ulong[tasks];
        _earlierKeys = new ulong[tasks];
        _words = new ulong[tasks];
        _before = [.. Enumerable.Range(0, tasks).Select(task =>
            new TracedTask(task == 0 ? "ready" : "none", tasks, "nothing", _tables.Empty))];
    }

    /// <summary>How many calls went the quick way.</summary>
    public int QuickCount => _rig.QuickCount;

    /// <summary>Does a call of the model's, and compares all.</summary>
    public void Do(TraceLine line)
    {
        _step++;
        ulong[][] keys = [.. _slots.Select(_tables.KeysOf)];
        Call(line);
        if (line.Call == "fork" && line.Tasks[line.Caller].Result == "done")
        {
            _slots[line.Other] = ChildOf(line);
        }

        Assert.Equal(line.Current == _slots.Length ? default : _slots[line.Current], _rig.Core.Current);
        for (int task = 0; task < _slots.Length; task++)
        {
            Compare(line, task, keys[task]);
        }

        _before = line.Tasks;
    }

    /// <summary>All records agree with one another, and no frame is lost when all tasks have ended.</summary>
    public void End()
    {
        TaskAudit.Check(_rig);
        foreach (SimTaskSlot slot in _rig.Tasks)
        {
            _rig.Core.End(slot, default);
        }

        _rig.AssertNothingIsLost();
    }

    private void Call(TraceLine line)
    {
        SimTaskSlot me = _slots[line.Caller];
        if (line.Call == "trap")
        {
            _rig.Core.End(me, new ExitStatus(Trapped));
            _rig.Core.Dispatch();
            return;
        }

        Assert.Equal(me, _rig.Core.Current);
        LeaveNoQuota();
        me.Task.Registers.Message.Word0 = _step;
        ulong handle = _tables.HandleAt(me, line.Entry);
        ulong key = line.Flag ? _latestKeys[line.Other] : _earlierKeys[line.Other];
        bool hasGift = line.Gift != _tables.Entries;
        ulong info = new MessageInfo(MessageInfo.ShortBytes, hasGift ? 1 : 0).Bits;
        var handleInMessage = new Handle(hasGift ? (uint)_tables.HandleAt(me, line.Gift) : 0);
        ulong gift = hasGift ? new HandleGift(handleInMessage, line.IsMove).Value : 0;
        switch (line.Call)
        {
            case "send":
                _words[line.Caller] = _step;
                _rig.Call(SystemCall.Send, handle, info, f: gift);
                break;
            case "receive":
                _rig.Call(SystemCall.Receive);
                break;
            case "reply":
                _rig.Call(SystemCall.Reply, key, info, f: gift);
                break;
            case "replyReceive":
                _rig.Call(SystemCall.ReplyReceive, key, info, f: gift);
                break;
            case "kill":
                _rig.Call(SystemCall.Kill, handle);
                break;
            case "wait":
                _rig.Call(SystemCall.Wait, handle);
                break;
            case "waitAny":
                _rig.Call(SystemCall.Wait);
                break;
            case "exit":
                _rig.Call(SystemCall.Exit, _step);
                break;
            case "fork":
                me.Task.TaskQuota = 2;
                me.Task.Space.Quota += new FrameCount(me.Task.Handles.HasRoomFor(1) ? ForkedFrames : 0);
                _rig.Call(SystemCall.Fork);
                break;
            case "duplicate":
                _rig.Call(SystemCall.Duplicate, handle, (ulong)(line.Flag ? HandleRights.Send : HandleRights.All));
                break;
            case "close":
                _rig.Call(SystemCall.Close, handle);
                break;
            case "yield":
                _rig.Call(SystemCall.Yield);
                break;
            default:
                throw new InvalidOperationException($"a call that is none: {line.Call}");
        }
    }

    // The model has no quotas, and its tables do not grow.
    private void LeaveNoQuota()
    {
        foreach (SimTaskSlot slot in _slots.Where(static slot => !slot.IsNone && slot.Record.Use == FrameUse.Task))
        {
            slot.Task.Space.Quota = slot.Task.Space.Charge;
        }
    }

    private SimTaskSlot ChildOf(TraceLine line)
    {
        IReadOnlyList<TracedEntry> entries = line.Tasks[line.Caller].Entries;
        int entry = Enumerable.Range(0, entries.Count)
            .Single(each => entries[each].Mark == "child" && entries[each].Target == line.Other);
        return _tables.EntryAt(_slots[line.Caller], entry).Task;
    }

    private void Compare(TraceLine line, int task, ulong[] keys)
    {
        TracedTask after = line.Tasks[task];
        SimTaskSlot slot = _slots[task];
        if (!after.IsLiving)
        {
            Assert.True(!_before[task].IsLiving || slot.Record.Use != FrameUse.Task);
            _tables.Forget(task);
            return;
        }

        Assert.Equal(StateOf(after), Core.StateOf(slot));
        Assert.Equal(after.Peer == _slots.Length ? default : _slots[after.Peer], slot.Task.Peer);
        _tables.Compare(slot, after.Entries, _slots);
        NoteEnds(line, task, after);
        CompareResult(line, task, keys);
        CompareMessage(task, after);
    }

    private static TaskState StateOf(TracedTask task) => task.State switch
    {
        "ready" => TaskState.Ready,
        "receiving" => TaskState.Receiving,
        "sending" => TaskState.Sending,
        "awaiting" => TaskState.AwaitingReply,
        "waiting" => TaskState.Waiting,
        _ => throw new InvalidOperationException($"a state that is none: {task.State}"),
    };

    // A message that has just been received: by whom it should, with its word, and with a key of its own.
    private void CompareMessage(int sender, TracedTask after)
    {
        ulong key = _slots[sender].Task.ReplyKey.Value;
        if (after.State != "awaiting" || key == _latestKeys[sender])
        {
            Assert.True(after.State != "awaiting" || _before[sender].State == "awaiting", "a key was given twice");
            return;
        }

        ref SavedRegisters registers = ref _slots[after.Peer].Task.Registers;
        Assert.Equal(key, registers.Rdx);
        Assert.Equal(_words[sender], registers.Message.Word0);
        _earlierKeys[sender] = _latestKeys[sender];
        _latestKeys[sender] = key;
    }

    private void CompareResult(TraceLine line, int task, ulong[] keys)
    {
        TracedTask after = line.Tasks[task];
        ref SavedRegisters registers = ref _slots[task].Task.Registers;
        if (after.Result is not ("nothing" or "done"))
        {
            Assert.Equal(Enum.Parse<CallError>(after.Result, ignoreCase: true), (CallError)(-(long)registers.Rax));
        }
        else if (after.Result == "done")
        {
            Assert.True((long)registers.Rax >= 0, $"task {task} was told {(CallError)(-(long)registers.Rax)}");
            CompareReply(line, task, registers);
            CompareEnd(line, task, keys, registers);
        }
    }

    private void CompareReply(TraceLine line, int task, in SavedRegisters registers)
    {
        if (line.Call is "reply" or "replyReceive" && _before[task].State == "awaiting")
        {
            Assert.Equal(_step, registers.Message.Word0);
        }
    }

    // Who waited for an end, or asks for one that has come, loses the handle and learns how it was.
    private void CompareEnd(TraceLine line, int task, ulong[] keys, in SavedRegisters registers)
    {
        bool hasWaited = _before[task].State == "waiting";
        if (hasWaited || (task == line.Caller && line.Call is "wait" or "waitAny"))
        {
            int entry = Enumerable.Range(0, keys.Length)
                .Single(each => keys[each] != 0 && !line.Tasks[task].Entries[each].IsUsed);
            Assert.Equal(keys[entry], registers.Rax);
            Assert.Equal(hasWaited ? EndOf(line) : _tables.TakeEnd(task, entry), registers.Rdx);
        }
    }

    private void NoteEnds(TraceLine line, int task, TracedTask after)
    {
        for (int entry = 0; entry < _tables.Entries; entry++)
        {
            if (after.Entries[entry].Mark == "ended" && _before[task].Entries[entry].Mark != "ended")
            {
                _tables.NoteEnd(task, entry, EndOf(line));
            }
        }
    }

    private ulong EndOf(TraceLine line) => line.Call switch
    {
        "exit" => _step,
        "kill" => Killed,
        _ => Trapped,
    };
}
