using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Wait: how a child ended, or any task that one has the right to wait for.</summary>
internal static class WaitCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments) =>
        arguments.First == 0 ? WaitForAny(ref core) : WaitForOne(ref core, arguments.First);

    private static CallError WaitForOne(ref Core core, ulong handle)
    {
        ref Task caller = ref core.Current.Task;
        if (caller.Handles.Contains(handle) && caller.Handles.At(handle).Mark == HandleMark.EndedChild)
        {
            Tell(ref caller, new Handle((uint)handle));
            return CallError.None;
        }

        CallError error = HandleUse.TryFind(ref caller, handle, HandleRights.Wait, out TaskSlot awaited);
        if (error != CallError.None)
        {
            return error;
        }

        if (WaitSearch.IsInVain(ref core, awaited))
        {
            return CallError.WouldDeadlock;
        }

        caller.Awaited = new Handle((uint)handle);
        caller.RecordedState = TaskState.Waiting;
        caller.Peer = awaited;
        awaited.Task.Waiters.Add(core.Current);
        return CallError.None;
    }

    private static CallError WaitForAny(ref Core core)
    {
        ref Task caller = ref core.Current.Task;
        bool hasChild = false;
        for (int index = 1; index < caller.Handles.Count; index++)
        {
            ref readonly HandleEntry entry = ref caller.Handles.At((ulong)index);
            if (entry.Mark == HandleMark.EndedChild)
            {
                Tell(ref caller, new Handle(entry.Key));
                return CallError.None;
            }

            hasChild |= entry.Mark == HandleMark.Child;
        }

        if (!hasChild)
        {
            return CallError.NoChild;
        }

        if (WaitSearch.IsInVainForAny(ref core))
        {
            return CallError.WouldDeadlock;
        }

        caller.RecordedState = TaskState.Waiting;
        return CallError.None;
    }

    private static void Tell(ref Task caller, Handle handle)
    {
        ulong status = caller.Handles.At(handle.Value).Serial;
        caller.Handles.Remove(handle);
        Core.SetResult(ref caller, handle.Value, status);
    }
}
