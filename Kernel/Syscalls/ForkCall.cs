using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>
/// Fork: a second task like the caller, with the same handles, that shares all pages until somebody writes. Replies that
/// the caller owes stay the caller's to give, and its children stay its children.
/// </summary>
internal static class ForkCall
{
    internal static CallError Do(ref Core core)
    {
        ref Task parent = ref core.Current.Task;
        CallError error = core.TryMakeRoom(ref parent, handles: 1, out Frame added);
        if (error != CallError.None)
        {
            return error;
        }

        error = TryStart(ref core, ref parent);
        if (error != CallError.None)
        {
            core.TakeBackRoom(ref parent, added);
        }

        return error;
    }

    private static CallError TryStart(ref Core core, ref Task parent)
    {
        uint tasks = parent.TaskQuota / 2;
        if (tasks == 0 || !Core.TryShare(in parent, parent.Space.Charge, wanted: 0, out FrameCount share))
        {
            return CallError.QuotaExceeded;
        }

        var one = new FrameCount(1);
        PagingError error = core.Memory.TryFork(ref parent.Space, share - one, out AddressSpace space);
        if (error != PagingError.None)
        {
            return Core.ErrorOf(error);
        }

        error = core.TryMake(in space, parent.Priority, tasks, out TaskSlot child);
        if (error != PagingError.None)
        {
            core.Memory.Destroy(ref space);
            return Core.ErrorOf(error);
        }

        if (!core.TryInherit(in parent.Handles, child))
        {
            core.Unmake(child);
            return CallError.OutOfMemory;
        }

        parent.Space.Quota -= share;
        parent.TaskQuota -= tasks;
        Begin(ref core, child);
        return CallError.None;
    }

    private static void Begin(ref Core core, TaskSlot slot)
    {
        ref Task parent = ref core.Current.Task;
        ref Task child = ref slot.Task;
        child.Registers = parent.Registers;
        child.Program = parent.Program;
        Handle above = Core.Relate(core.Current, slot);
        Core.SetResult(ref child, above.Value, rdx: 1);
        Core.SetResult(ref parent, child.ParentHandle.Value, rdx: 0);
        core.Admit(slot);
    }
}
