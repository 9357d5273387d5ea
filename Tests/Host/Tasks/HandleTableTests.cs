using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Tables of handles: in the record first, then in frames of 128 entries that the task is charged.</summary>
public sealed class HandleTableTests : IDisposable
{
    // The first entry is never used.
    private const int Most = Handle.PerTask - 1;
    private const int FramesOfMost = 32;

    private readonly TaskRig _rig;
    private readonly ulong _child;

    public HandleTableTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 600, pages: 2);
        _child = (ulong)_rig.Call(SystemCall.Fork);
    }

    private ref HandleTable Table => ref _rig.First.Task.Handles;

    private uint Charge => _rig.First.Task.Space.Charge.Value;

    public void Dispose() => SimMachine.Reset();

    [Fact]
    public void ThereAre4095AndEachIsAnotherOne()
    {
        uint charge = Charge;
        HashSet<ulong> all = [_child];
        while (all.Count < Most)
        {
            Assert.True(all.Add(Duplicate()));
            uint frames = (uint)(all.Count - HandleTable.InRecord + 1 + 127) / 128;
            Assert.Equal(all.Count < HandleTable.InRecord ? charge : charge + frames, Charge);
        }

        Assert.Equal(Most, all.Select(static handle => handle % Handle.PerTask).Distinct().Count());
        Assert.Equal(Error(CallError.NoHandleFree), (long)Duplicate());
        Assert.Equal(charge + FramesOfMost, Charge);
        _rig.AssertSound();
        Assert.All(all, handle => Assert.Equal(0, _rig.Call(SystemCall.Close, handle)));
        Assert.All(all, handle => Assert.Equal(Error(CallError.BadHandle), _rig.Call(SystemCall.Close, handle)));
        _rig.EndAll();
        _rig.AssertNothingIsLost();
    }

    [Fact]
    public void HandlesComeAndGoAsInADictionary()
    {
        var random = new Random(1);
        var model = new HashSet<ulong> { _child };
        var gone = new List<ulong> { 0, 1, 64, 0xFFFF_FFFF, 0x7FFF_FFFF };
        for (int step = 0; step < 20_000; step++)
        {
            if (random.Next(1000) < (step / 500 % 2 == 0 ? 700 : 300) && model.Count < Most)
            {
                Assert.True(model.Add(Duplicate()));
            }
            else if (model.Count > 1)
            {
                ulong handle = model.ElementAt(random.Next(1, model.Count));
                model.Remove(handle);
                gone.Add(handle);
                Assert.Equal(0, _rig.Call(SystemCall.Close, handle));
            }

            ulong old = gone[random.Next(gone.Count)];
            Assert.False(Table.Contains(old));
        }

        Assert.Equal(model.Order(), KeysOf(_rig.First).Order());
        Assert.InRange(Table.Frames, 2, FramesOfMost - 1);
        _rig.AssertSound();
    }

    [Fact]
    public void AHandleBeyondTheRecordGoesTheGeneralWayToItsTask()
    {
        ulong far = Fill();
        SimTaskSlot child = Table.At(_child).Task;
        _rig.Call(SystemCall.Yield);
        _rig.Call(SystemCall.Receive);
        int quick = _rig.QuickCount;
        _rig.First.Task.Registers.Message.Word0 = 77;
        _rig.Call(SystemCall.SendShort, far);
        Assert.Equal((quick, child, 77ul), (_rig.QuickCount, _rig.Core.Current, child.Task.Registers.Message.Word0));
        Assert.Equal(TaskState.AwaitingReply, Core.StateOf(_rig.First));
    }

    [Theory]
    [InlineData(SystemCall.Send)]
    [InlineData(SystemCall.SendShort)]
    [InlineData(SystemCall.Close)]
    public void AHandleOfAnotherEntryWithTheSameLowBitsIsNone(SystemCall call)
    {
        ulong far = Fill();
        ulong near = Table.At(far % HandleTable.InRecord).Key;
        _rig.Call(SystemCall.Yield);
        _rig.Call(SystemCall.Receive);
        ulong[] wrong =
        [
            near + HandleTable.InRecord, near + 128, near | 0xFC0, far - HandleTable.InRecord, far + 128, far | 0xF00,
            far ^ near ^ _child, HandleTable.InRecord, 0x7FFF_FFFF, uint.MaxValue, 0xFC0, 1,
        ];
        foreach (ulong handle in wrong)
        {
            Assert.Equal(Error(CallError.BadHandle), _rig.Call(call, handle));
            Assert.Equal(_rig.First, _rig.Core.Current);
        }
    }

    [Fact]
    public void AForkHasTheSameHandlesInFramesOfItsOwn()
    {
        Fill();
        Fill();
        var handles = new List<ulong>(KeysOf(_rig.First));
        uint charge = Charge;
        SimTaskSlot fork = Table.At((ulong)_rig.Call(SystemCall.Fork)).Task;
        Assert.Equal((charge, Table.Frames), (fork.Task.Space.Charge.Value, fork.Task.Handles.Frames));
        Assert.Equal(handles, KeysOf(fork).Where(key => key != fork.Task.Registers.Rax));
        Assert.DoesNotContain(
            Enumerable.Range(1, fork.Task.Handles.Count - 1),
            index => fork.Task.Handles.At((ulong)index).Mark != HandleMark.Other);
        _rig.AssertSound();
        Assert.Equal(0, _rig.Call(SystemCall.Close, handles[^1]));
        Assert.True(fork.Task.Handles.Contains(handles[^1]));
        _rig.EndAll();
        _rig.AssertNothingIsLost();
    }

    [Fact]
    public void ChildrenBeyondTheRecordAreWaitedFor()
    {
        Fill();
        ulong child = (ulong)_rig.Call(SystemCall.Fork);
        Assert.InRange(child % Handle.PerTask, (ulong)HandleTable.InRecord, (ulong)Handle.PerTask);
        Assert.Equal(0, _rig.Call(SystemCall.Kill, child));
        Assert.Equal((long)child, _rig.Call(SystemCall.Wait));
        Assert.Equal(EndCause.Killed, new ExitStatus(_rig.First.Task.Registers.Rdx).Cause);
        Assert.False(Table.Contains(child));
        ulong other = (ulong)_rig.Call(SystemCall.Fork);
        SimTaskSlot slot = Table.At(other).Task;
        _rig.Call(SystemCall.Wait, other);
        Assert.Equal(TaskState.Waiting, Core.StateOf(_rig.First));
        _rig.Core.End(slot, default);
        Assert.Equal(other, _rig.First.Task.Registers.Rax);
        Assert.False(Table.Contains(other));
    }

    [Fact]
    public void WhoMayNotPayForMoreIsToldSoAndNothingHasChanged()
    {
        while (Table.FreeCount != 0)
        {
            Duplicate();
        }

        FrameCount quota = _rig.First.Task.Space.Quota;
        _rig.First.Task.Space.Quota = _rig.First.Task.Space.Charge;
        var before = new CoreSnapshot(_rig, _rig.First, hasPages: true);
        Assert.Equal(Error(CallError.NoHandleFree), (long)Duplicate());
        Assert.Equal(Error(CallError.NoHandleFree), _rig.Call(SystemCall.Fork));
        before.AssertUnchanged("nothing is left");
        _rig.First.Task.Space.Quota += new FrameCount(1);
        before = new CoreSnapshot(_rig, _rig.First, hasPages: true);
        Assert.Equal(Error(CallError.QuotaExceeded), _rig.Call(SystemCall.Fork));
        before.AssertUnchanged("one frame is left");
        Assert.True((long)Duplicate() > 0);
        _rig.First.Task.Space.Quota = quota;
        _rig.AssertSound();
    }

    private static IEnumerable<ulong> KeysOf(SimTaskSlot slot)
    {
        for (int index = 1; index < slot.Task.Handles.Count; index++)
        {
            ulong key = slot.Task.Handles.At((ulong)index).Key;
            if (key != 0)
            {
                yield return key;
            }
        }
    }

    private static long Error(CallError error) => -(long)error;

    private ulong Duplicate() => (ulong)_rig.Call(SystemCall.Duplicate, _child, (ulong)HandleRights.All);

    // Fills the record, or the next frame, and takes the first entry behind it.
    private ulong Fill()
    {
        int frames = Table.Frames;
        ulong last = 0;
        while (Table.Frames == frames)
        {
            last = Duplicate();
        }

        return last;
    }
}
