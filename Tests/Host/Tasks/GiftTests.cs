using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Several handles in a message: where each arrives, and which cannot go together.</summary>
public sealed class GiftTests
{
    private const uint Moved = HandleGift.Moved;

    private readonly TaskRig _rig;
    private readonly ulong _server;
    private readonly SimTaskSlot _serverTask;

    public GiftTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 2000, pages: 8);
        _server = (ulong)_rig.Call(SystemCall.Fork);
        _serverTask = _rig.First.Task.Handles.At(_server).Task;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EachArrivesInItsPlace(int count)
    {
        uint[] gifts = [.. Enumerable.Range(0, 4).Select(_ => (uint)_rig.Call(SystemCall.Fork))];
        Send(count, gifts);
        _rig.Call(SystemCall.Receive);
        ref SavedRegisters results = ref _serverTask.Task.Registers;
        uint[] received =
            [(uint)results.Rsi, (uint)(results.Rsi >> 32), (uint)results.Rdi, (uint)(results.Rdi >> 32)];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(i < count, _serverTask.Task.Handles.Contains(received[i]));
            Assert.True(i < count
                ? TaskOf(_rig.First, gifts[i]) == TaskOf(_serverTask, received[i])
                : received[i] == 0);
        }
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(Moved, 0, true)]
    [InlineData(0, Moved, true)]
    [InlineData(Moved, Moved, true)]
    public void OneThatIsMovedIsThereOnce(uint first, uint second, bool isRefused)
    {
        uint gift = (uint)_rig.Call(SystemCall.Fork);
        uint other = (uint)_rig.Call(SystemCall.Fork);
        if (isRefused)
        {
            Assert.Equal(-(long)CallError.BadHandle, Send(2, [gift | first, gift | second, 0, 0]));
            Assert.Equal(-(long)CallError.BadHandle, Send(3, [gift | first, other, gift | second, 0]));
            Assert.True(_rig.First.Task.Handles.Contains(gift));
        }

        Send(2, [gift | first, (isRefused ? other : gift) | second, 0, 0]);
        Assert.Equal(TaskState.Sending, Core.StateOf(_rig.First));
    }

    [Fact]
    public void AReceiverWithoutRoomKnowsWhetherItMayHaveMore()
    {
        ref Task server = ref _serverTask.Task;
        uint gift = (uint)_rig.Call(SystemCall.Fork);
        server.Space.Quota = server.Space.Charge;
        _rig.Call(SystemCall.Yield);
        Assert.Equal(_serverTask, _rig.Core.Current);
        while (server.Handles.FreeCount != 0)
        {
            Assert.True(_rig.Call(SystemCall.Duplicate, server.Handles.At(1).Key, (ulong)HandleRights.Send) > 0);
        }

        while (_rig.Core.Current != _rig.First)
        {
            _rig.Call(SystemCall.Yield);
        }

        Send(1, [gift, 0, 0, 0]);
        while (_rig.Core.Current != _serverTask)
        {
            _rig.Call(SystemCall.Yield);
        }

        Assert.Equal(-(long)CallError.NoHandleFree, _rig.Call(SystemCall.Receive));
        Assert.Equal(TaskState.Sending, Core.StateOf(_rig.First));
    }

    private static SimTaskSlot TaskOf(SimTaskSlot holder, uint handle) => holder.Task.Handles.At(handle).Task;

    // The first task sends to the server, which does not wait for it yet. What a refusal says.
    private long Send(int count, uint[] gifts)
    {
        _rig.First.Task.Registers.Rbx = gifts[2] | (ulong)gifts[3] << 32;
        ulong info = new MessageInfo(length: 0, count).Bits;
        return _rig.Call(SystemCall.Send, _server, info, f: gifts[0] | (ulong)gifts[1] << 32);
    }
}
