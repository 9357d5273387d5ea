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

            at = at.Task.Peer;
        }

        return true;
    }
}
