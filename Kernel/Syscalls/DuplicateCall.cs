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
        if (error != CallError.None)
        {
            return error;
        }

        if (caller.Handles.FreeCount == 0)
        {
            return CallError.NoHandleFree;
        }

        HandleEntry original = caller.Handles.At(arguments.First);
        Handle copy = caller.Handles.Add(original.Task, rights, HandleMark.Other, caller.Priority);
        Core.SetResult(ref caller, copy.Value);
        return CallError.None;
    }
}
