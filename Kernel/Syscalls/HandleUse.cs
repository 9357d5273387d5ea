using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>What a handle in a call stands for.</summary>
internal static class HandleUse
{
    /// <summary>The task behind a handle of the caller's that carries a right.</summary>
    internal static CallError TryFind(ref Task caller, ulong handle, HandleRights right, out TaskSlot task)
    {
        task = default;
        if (!caller.Handles.Contains(handle))
        {
            return CallError.BadHandle;
        }

        ref readonly HandleEntry entry = ref caller.Handles.At(handle);
        if ((entry.Rights & right) != right)
        {
            return CallError.NoRight;
        }

        task = entry.Task;
        return entry.IsAlive ? CallError.None : CallError.PeerGone;
    }
}
