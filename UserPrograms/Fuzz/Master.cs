namespace UserPrograms;

/// <summary>
/// The task that has a round's workers: it starts them, and where none of them goes on, it starts somebody who sends
/// them messages, or ends one of them. It takes no message, and when it ends, nobody waits for it any more.
/// </summary>
internal static class Master
{
    private const int MostWorkers = 6;
    private const int CallsEach = 1000;
    private const int MostWakers = 8;
    private const int WakesBeforeKill = 12;
    private const int FirstWaker = 0x100;

    /// <summary>Has a round; the exit code, in which are the calls of those workers that were not killed.</summary>
    internal static int Have(Run run, Handle starter)
    {
        Call.Close(starter).OrFail("close");
        Call.Map(Places.Sent, Places.Bytes, out Span<byte> sent).OrFail("map what is sent");
        Call.Map(Places.Received, Places.Bytes, out Span<byte> received).OrFail("map what is received");
        Call.Map(Places.ReadOnly, Places.Page, MapRights.Read).OrFail("map to read");
        Names.Make();
        var dice = new Dice(run.Part, 0);
        var pages = new SentPages();
        pages.Fill(sent, dice.Next());
        Span<Handle> workers = stackalloc Handle[2 + dice.Index(MostWorkers - 1)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = Start(run, pages, i + 1, CallsEach, workers[..i], sent, received);
        }

        return Attend(run, pages, workers, sent, received, ref dice);
    }

    // None where the quotas do not suffice.
    private static Handle Start(
        Run run,
        SentPages pages,
        int task,
        int calls,
        ReadOnlySpan<Handle> others,
        Span<byte> sent,
        Span<byte> received)
    {
        CallError error = Call.Fork(out Handle started, out bool isChild);
        if (isChild)
        {
            Environment.Exit(new Worker(run, pages, (ulong)task, calls, others).Work(sent, received));
        }

        return error == CallError.QuotaExceeded ? Handle.None : started;
    }

    private static int Attend(
        Run run, SentPages pages, Span<Handle> workers, Span<byte> sent, Span<byte> received, ref Dice dice)
    {
        Span<Handle> wakers = stackalloc Handle[MostWakers];
        int result = 0;
        int started = 0;
        int waking = 0;
        int living = workers.Length;
        while (living > 0)
        {
            LetRun();
            int before = living + waking;
            result = AwaitEnded(workers, ref living, result);
            result = AwaitEnded(wakers, ref waking, result);
            if (living + waking < before)
            {
                continue;
            }

            Handle waker = waking < MostWakers && !dice.OneIn(WakesBeforeKill)
                ? Start(run, pages, FirstWaker + started++, Worker.BriefCalls, workers[..living], sent, received)
                : Handle.None;
            if (waker.IsNone)
            {
                Call.Kill(workers[dice.Index(living)]).OrFail("kill");
            }
            else
            {
                wakers[waking++] = waker;
            }
        }

        foreach (Handle waker in wakers[..waking])
        {
            result = Await(waker, result);
        }

        return result;
    }

    private static int AwaitEnded(Span<Handle> tasks, ref int count, int result)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            if (Endings.IsOver(tasks[i]))
            {
                result = Await(tasks[i], result);
                tasks[i] = tasks[--count];
            }
        }

        return result;
    }

    private static int Await(Handle task, int result)
    {
        Call.Wait(task, out _, out ExitStatus status).OrFail("wait");
        return Endings.Add(result, status);
    }

    // Until nobody else goes on: then the address space does not change.
    private static void LetRun()
    {
        ulong before;
        do
        {
            before = Call.Count(Counter.RootWrites);
            Call.Yield().OrFail("yield");
        }
        while (Call.Count(Counter.RootWrites) != before);
    }
}
