using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Protect: what may be done with pages from now on.</summary>
internal static class ProtectCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        CallError error = Pages.TryDecode(in arguments, out PageRange range);
        if (error != CallError.None || !Pages.TryDecodeRights(arguments.Third, out PageRights rights))
        {
            return CallError.BadArgument;
        }

        error = Core.ErrorOf(core.Memory.Protect(ref caller.Space, range, rights));
        if (error == CallError.None)
        {
            Core.SetResult(ref caller, rax: 0);
        }

        return error;
    }
}
