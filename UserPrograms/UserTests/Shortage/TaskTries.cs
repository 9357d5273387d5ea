namespace UserPrograms;

/// <summary>More tasks, and more handles.</summary>
internal static class TaskTries
{
    private const uint LastInRecord = 63;

    /// <summary>Fork; the child's first steps count.</summary>
    internal static CallError Fork()
    {
        CallError error = Call.Fork(out Handle child, out bool isChild);
        if (isChild)
        {
            Call.Exit(0);
        }

        return error == CallError.None ? HowItEnded(child) : error;
    }

    /// <summary>Spawn; the program's first steps count.</summary>
    internal static CallError Spawn()
    {
        CallError error = Call.Spawn("usertests"u8, "end\0"u8, out Handle child);
        return error == CallError.None ? HowItEnded(child) : error;
    }

    /// <summary>Until a handle more needs a frame.</summary>
    internal static void FillRecord()
    {
        Handle copy;
        do
        {
            Check.Done(Call.Duplicate(Environment.Parent, HandleRights.Send, out copy), "duplicate");
        }
        while (copy.Value % Handle.PerTask != LastInRecord);
    }

    /// <summary>Duplicate.</summary>
    internal static CallError Duplicate() => Call.Duplicate(Environment.Parent, HandleRights.Send, out _);

    // A program whose own Map is refused as it begins ends with a code.
    private static CallError HowItEnded(Handle child)
    {
        const int noMemoryForObjects = 255;
        Check.Done(Call.Wait(child, out _, out ExitStatus status), "wait");
        bool hadNoMemory = status.Cause == EndCause.OutOfMemory || status.Code == noMemoryForObjects;
        Check.That(status.Bits == 0 || hadNoMemory, $"it {status}");
        return status.Bits == 0 ? CallError.None : CallError.OutOfMemory;
    }
}
