using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Keys that come round again, and what a fork makes of the handles that a record has no room for.</summary>
public sealed class HandleKeyTests
{
    private const int IndexBits = 12;
    private const int Generations = 1 << 19;

    private readonly TaskRig _rig;
    private readonly ulong _child;

    public HandleKeyTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 4000, pages: 8);
        _child = (ulong)_rig.Call(SystemCall.Fork);
    }

    [Fact]
    public void NoKeyIsThatOfAFreeEntryOrHasTheBitOfAMovedOne()
    {
        ref HandleTable handles = ref _rig.First.Task.Handles;
        uint last = 0;
        for (int i = 0; i < Generations + 2; i++)
        {
            Handle handle = handles.Add(_rig.First, HandleRights.Send, HandleMark.Other, Priority.Ordinary);
            Assert.NotEqual(0u, handle.Value >> IndexBits);
            Assert.NotEqual(last, handle.Value);
            Assert.Equal(0u, handle.Value & HandleGift.Moved);
            handles.Remove(handle);
            last = handle.Value;
        }

        Assert.Equal(1, handles.UsedCount);
    }

    [Fact]
    public void AForkHasNoChildrenAmongItsFurtherHandles()
    {
        while (_rig.First.Task.Handles.FreeCount != 0)
        {
            Assert.True(_rig.Call(SystemCall.Duplicate, _child, (ulong)HandleRights.Send) > 0);
        }

        ulong living = Further();
        ulong ended = Further();
        ulong last = Further();
        Assert.Equal(0, _rig.Call(SystemCall.Kill, ended));
        SimTaskSlot fork = _rig.First.Task.Handles.At((ulong)_rig.Call(SystemCall.Fork)).Task;
        Assert.All([living, last], each => Assert.Equal(HandleMark.Child, _rig.First.Task.Handles.At(each).Mark));
        Assert.All([living, last], each => Assert.Equal(HandleMark.Other, fork.Task.Handles.At(each).Mark));
        Assert.Equal(HandleMark.EndedChild, _rig.First.Task.Handles.At(ended).Mark);
        Assert.DoesNotContain(
            Enumerable.Range(1, fork.Task.Handles.Count - 1),
            index => fork.Task.Handles.At((ulong)index).Mark != HandleMark.Other);
        Assert.False(fork.Task.Handles.Contains(ended));
    }

    // A child whose handle is in no entry of the record.
    private ulong Further()
    {
        ulong handle = (ulong)_rig.Call(SystemCall.Fork);
        Assert.InRange(handle & ((1 << IndexBits) - 1), (ulong)HandleTable.InRecord, 1ul << IndexBits);
        return handle;
    }
}
