using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Unmap: pages are given back.</summary>
internal static class UnmapCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        CallError error = Pages.TryDecode(in arguments, out PageRange range);
        if (error == CallError.None)
        {
            error = Core.ErrorOf(core.Memory.Unmap(ref caller.Space, range));
        }

        if (error == CallError.None)
        {
            Core.SetResult(ref caller, rax: 0);
        }

        return error;
    }
}
