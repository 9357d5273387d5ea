using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Duplicate: a second handle, with equal or fewer rights.</summary>
internal static class DuplicateCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        var rights = (HandleRights)arguments.Second;
        CallError error = arguments.Second > (ulong)HandleRights.All
            ? CallError.BadArgument
            : HandleUse.TryFind(ref caller, arguments.First, rights, out _);
        error = error == CallError.None ? core.TryMakeRoom(ref caller, handles: 1, out _) : error;
        if (error != CallError.None)
        {
            return error;
        }

        HandleEntry original = caller.Handles.At(arguments.First);
        Handle copy = caller.Handles.Add(original.Task, rights, HandleMark.Other, caller.Priority);
        Core.SetResult(ref caller, copy.Value);
        return CallError.None;
    }
}
