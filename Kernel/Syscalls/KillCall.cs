using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Kill: the end of another task, whatever it does.</summary>
internal static class KillCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        CallError error = HandleUse.TryFind(ref caller, arguments.First, HandleRights.Kill, out TaskSlot victim);
        if (error == CallError.None)
        {
            Core.SetResult(ref caller, rax: 0);
            core.End(victim, new ExitStatus(EndCause.Killed, code: 0));
        }

        return error;
    }
}
