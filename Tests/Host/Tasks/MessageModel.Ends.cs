using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;

namespace Kernel.Tests.Host.Tasks;

/// <content>Who is told of an end, and whether anybody could end a wait.</content>
internal sealed partial class MessageModel
{
    private void End(SimTaskSlot slot, ulong status)
    {
        _tasks.Remove(slot);
        foreach (ModelTask other in _tasks.Values)
        {
            other.Queue.Remove(slot);
            other.Owed.RemoveAll(each => each.From == slot);
            foreach (ulong handle in other.Handles.Keys.ToArray())
            {
                Mark(other, handle, slot, status);
            }

            if (other.WaitsFor == slot)
            {
                other.WaitsFor = null;
                other.IsReceived = false;
                other.Expected = -(long)CallError.PeerGone;
            }
        }
    }

    private static void Mark(ModelTask other, ulong handle, SimTaskSlot slot, ulong status)
    {
        ModelHandle target = other.Handles[handle];
        if (target.Target != slot || target.IsGone)
        {
            return;
        }

        bool isAwaited = (other.Awaited == handle && other.WaitsFor == slot) || (other.AwaitsAny && target.IsChild);
        if (isAwaited)
        {
            other.Handles.Remove(handle);
            other.WaitsFor = null;
            other.Awaited = 0;
            other.AwaitsAny = false;
            other.Expected = (long)handle;
            other.ExpectedStatus = status;
        }
        else
        {
            other.Handles[handle] = target with
            {
                IsGone = true,
                Status = target.IsChild ? status : null,
                IsChild = false,
            };
        }
    }

    private static IEnumerable<SimTaskSlot> ChildrenOf(ModelTask task) =>
        task.Handles.Values.Where(static each => each.IsChild).Select(static each => each.Target);

    // Whether there is nobody behind those whom one would wait for who waits for no other task.
    private bool IsInVain(SimTaskSlot me, IEnumerable<SimTaskSlot> awaited)
    {
        var seen = new HashSet<SimTaskSlot> { me };
        var next = new Queue<SimTaskSlot>(awaited);
        while (next.TryDequeue(out SimTaskSlot slot))
        {
            ModelTask task = _tasks[slot];
            if (!seen.Add(slot))
            {
                continue;
            }

            if (task is { WaitsFor: null, AwaitsAny: false })
            {
                return false;
            }

            foreach (SimTaskSlot other in task.WaitsFor is { } peer ? [peer] : ChildrenOf(task))
            {
                next.Enqueue(other);
            }
        }

        return true;
    }
}
