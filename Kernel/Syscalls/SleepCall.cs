using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Sleep: the caller waits for a time.</summary>
internal static class SleepCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        if (arguments.First == 0)
        {
            return YieldCall.Do(ref core);
        }

        core.Sleep(arguments.First);
        return CallError.None;
    }
}
