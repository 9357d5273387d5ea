using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Close: a handle is given up; a child whose handle is, is nobody's any more.</summary>
internal static class CloseCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        if (!caller.Handles.Contains(arguments.First))
        {
            return CallError.BadHandle;
        }

        caller.Handles.Remove(new Handle((uint)arguments.First));
        Core.SetResult(ref caller, rax: 0);
        return CallError.None;
    }
}
