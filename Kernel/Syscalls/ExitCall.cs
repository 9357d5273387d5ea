using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Exit: the end of the caller, with a code of its own.</summary>
internal static class ExitCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        core.End(core.Current, new ExitStatus(EndCause.Exited, (uint)arguments.First));
        return CallError.None;
    }
}
