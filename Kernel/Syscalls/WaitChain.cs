using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Who waits for whom.</summary>
internal static class WaitChain
{
    /// <summary>Whether a task is another one, or waits for it, directly or over others.</summary>
    internal static bool LeadsTo(TaskSlot from, TaskSlot to)
    {
        TaskSlot at = from;
        while (at != to)
        {
            if (at.IsNone)
            {
                return false;
            }

            ref readonly Task task = ref at.Task;
            at = task.State is TaskState.Sending or TaskState.AwaitingReply or TaskState.Waiting ? task.Peer : default;
        }

        return true;
    }
}
