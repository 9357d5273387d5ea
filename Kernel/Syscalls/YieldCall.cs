using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Yield: others of the same priority run first.</summary>
internal static class YieldCall
{
    internal static CallError Do(ref Core core)
    {
        Core.SetResult(ref core.Current.Task, rax: 0);
        core.Yield();
        return CallError.None;
    }
}
