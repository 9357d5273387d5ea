namespace UserPrograms;

/// <summary>Paths of tasks that begin, end, and wait for that.</summary>
internal static class TaskPaths
{
    private static int s_touched;

    /// <summary>A child, a grandchild, and all of them write.</summary>
    internal static void Fork()
    {
        Handle child = Party.Start(static () =>
        {
            Handle grandchild = Party.Start(static () => s_touched = 3);
            s_touched = 2;
            _ = Party.Await(grandchild);
        });
        s_touched = 1;
        _ = Party.Await(child);
        Party.Check(s_touched == 1);
    }

    /// <summary>A program that ends at once, and has a handle from its starter.</summary>
    internal static void Spawn()
    {
        var options = new SpawnOptions { Gift0 = new HandleGift(Environment.Parent, isMoved: false) };
        Party.Done(Call.Spawn("kills"u8, default, in options, out Handle child));
        _ = Party.Await(child);
    }

    /// <summary>A child that becomes another program.</summary>
    internal static void Execute()
    {
        Handle child = Party.Start(static () => Party.Done(Call.Execute("kills"u8, default)));
        _ = Party.Await(child);
    }

    /// <summary>Whichever child ends first; one that waits for another; one that goes on for ever, and is killed.</summary>
    internal static void Wait()
    {
        Handle yielder = Party.Start(static () => _ = Call.Yield());
        Handle waiter = Party.Start(() => Party.DoneOrGone(Call.Wait(yielder, out _, out _)));
        Handle idle = Party.Start(static () => _ = Call.Receive(default, out _));
        _ = Party.AwaitAny();
        _ = Party.AwaitAny();
        _ = Party.DoneOrGone(Call.Kill(idle));
        Handle last = Party.AwaitAny();
        Party.Check(last == idle || last == waiter || last == yielder);
    }
}
