namespace UserPrograms;

/// <summary>What a case expects. Where it is not so, the case says what is wrong, and ends.</summary>
internal static class Check
{
    private static string s_case = "";

    /// <summary>From now on failures are this case's.</summary>
    internal static void Begin(string name) => s_case = name;

    /// <summary>The case fails.</summary>
    internal static void Fail(string what)
    {
        Report(what);
        Stop();
    }

    /// <summary>Says that the case failed; there is no way back to a case that passed.</summary>
    internal static void Report(string what) => Console.WriteLine($"case {s_case}: failed: {what}");

    /// <summary>Something has to hold.</summary>
    internal static void That(bool holds, string what)
    {
        if (!holds)
        {
            Fail("not so: " + what);
        }
    }

    /// <summary>A number has to be another one.</summary>
    internal static void Equal(ulong expected, ulong actual, string what)
    {
        if (expected != actual)
        {
            Console.WriteLine($"case {s_case}: failed: {what}: expected {expected:x}, but it is {actual:x}");
            Stop();
        }
    }

    /// <summary>A call has to be refused, or not, just so.</summary>
    internal static void Gives(CallError expected, CallError actual, string what)
    {
        if (expected != actual)
        {
            Console.WriteLine(
                $"case {s_case}: failed: {what}: expected error {(ulong)expected}, but got {(ulong)actual}, {actual}");
            Stop();
        }
    }

    /// <summary>A call has to be done.</summary>
    internal static void Done(CallError actual, string what) => Gives(CallError.None, actual, what);

    /// <summary>A task has to end so, and is waited for.</summary>
    internal static void Ends(Handle task, EndCause cause, int code, string what)
    {
        Done(Call.Wait(task, out _, out ExitStatus status), "wait for " + what);
        Equal(new ExitStatus(cause, (uint)code).Bits, status.Bits, "the end of " + what);
    }

    /// <summary>A child has to end of itself, with code 0.</summary>
    internal static void EndsWell(Handle task, string what) => Ends(task, EndCause.Exited, 0, what);

    // With all that it started, so that the next case finds nothing of this one.
    private static void Stop()
    {
        Peer.EndAll();
        Environment.Exit(1);
    }
}
