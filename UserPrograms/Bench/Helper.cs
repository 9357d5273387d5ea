namespace UserPrograms;

/// <summary>A second task for what takes two.</summary>
internal static class Helper
{
    /// <summary>Forks a task that does something for ever, and lets it begin.</summary>
    internal static Handle Start(Action work)
    {
        Call.Fork(out Handle other, out bool isChild).OrFail("fork");
        if (isChild)
        {
            work();
            Call.Exit(0);
        }

        Call.Yield().OrFail("yield");
        return other;
    }

    /// <summary>Ends it.</summary>
    internal static void Stop(Handle task)
    {
        Call.Kill(task).OrFail("kill");
        Call.Wait(task, out _, out _).OrFail("wait");
    }
}
