namespace UserPrograms;

/// <summary>
/// Runs cases, each in a child of its own: so that one that breaks breaks nothing else, and that nothing is excused by
/// memory that the case itself still has. Afterwards frames, tasks and the runner's quota have to be exactly what they
/// were.
/// </summary>
internal static class Runner
{
    /// <summary>Runs a case; whether it passed. The last step is done here, and not in the child.</summary>
    internal static bool Run(string name, Action body, Action? afterwards = null)
    {
        ulong frames = Call.Count(Counter.FreeFrames);
        ulong tasks = Call.Count(Counter.Tasks);
        ulong quota = Call.Count(Counter.Quota);
        Check.Begin(name);
        Call.Fork(out Handle child, out bool isChild).OrFail("fork");
        if (isChild)
        {
            body();
            Environment.Exit(0);
        }

        Call.Wait(child, out _, out ExitStatus status).OrFail("wait");
        afterwards?.Invoke();
        return Judge(name, status, frames, tasks, quota);
    }

    private static bool Judge(string name, ExitStatus status, ulong frames, ulong tasks, ulong quota)
    {
        ulong framesNow = Call.Count(Counter.FreeFrames);
        ulong tasksNow = Call.Count(Counter.Tasks);
        if (status.Bits != 0)
        {
            Console.WriteLine($"case {name}: failed: it {status}");
        }
        else if (framesNow != frames || tasksNow != tasks)
        {
            Console.WriteLine(
                $"case {name}: failed: free frames {frames}, then {framesNow}; tasks {tasks}, then {tasksNow}");
        }
        else if (Call.Count(Counter.Quota) != quota)
        {
            Console.WriteLine($"case {name}: failed: quota {quota}, then {Call.Count(Counter.Quota)}");
        }
        else
        {
            Console.WriteLine($"case {name}: passed");
            return true;
        }

        return false;
    }
}
