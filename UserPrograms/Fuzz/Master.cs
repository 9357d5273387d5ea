namespace UserPrograms;

/// <summary>
/// The task that has a round's workers: it starts some, and where none of them goes on, it starts another one, which
/// sends them messages. In the end somebody asks them to end, and here and there one is killed. It takes no message, and
/// when it ends, nobody waits for it any more.
/// </summary>
internal ref struct Master
{
    private const int MostFirst = 6;
    private const int MostWorkers = 10;
    private const int MostTasks = 14;
    private const int MostStarts = 66;
    private const int WorkersBeforeEnd = 12;
    private const int EndsBeforeKill = 6;

    private readonly Run _run;
    private readonly SentPages _pages = new();
    private readonly Span<byte> _sent;
    private readonly Span<byte> _received;
    private readonly Handle[] _workers = new Handle[MostTasks];
    private Dice _dice;
    private int _count;
    private int _started;
    private int _result;

    private Master(Run run, Span<byte> sent, Span<byte> received)
    {
        _run = run;
        _sent = sent;
        _received = received;
        _dice = new Dice(run.Part, 0);
        _pages.Fill(sent, _dice.Next());
    }

    /// <summary>Has a round; the exit code, in which are the calls of those workers that were not killed.</summary>
    internal static int Have(Run run, Handle starter)
    {
        Call.Close(starter).OrFail("close");
        Call.Map(Places.Sent, Places.Bytes, out Span<byte> sent).OrFail("map what is sent");
        Call.Map(Places.Received, Places.Bytes, out Span<byte> received).OrFail("map what is received");
        Call.Map(Places.ReadOnly, Places.Page, MapRights.Read).OrFail("map to read");
        Names.Make();
        return new Master(run, sent, received).Have();
    }

    private int Have()
    {
        int first = 2 + _dice.Index(MostFirst - 1);
        while (_started < first)
        {
            TryStart(Role.Worker);
        }

        while (_count > 0)
        {
            LetRun();
            if (!AwaitEnded() && !TryStartMore())
            {
                Kill(_workers[_dice.Index(_count)]);
            }
        }

        return _result;
    }

    private bool TryStartMore()
    {
        bool isEnd = _count >= MostWorkers || _started >= MostStarts || _dice.OneIn(WorkersBeforeEnd);
        return !isEnd ? TryStart(_dice.OneIn(4) ? Role.Worker : Role.Waker)
            : _count < MostTasks && !_dice.OneIn(EndsBeforeKill) && TryStart(Role.Ender);
    }

    // False where the quotas do not suffice.
    private bool TryStart(Role role)
    {
        _started++;
        CallError error = Call.Fork(out Handle started, out bool isChild);
        if (isChild)
        {
            ReadOnlySpan<Handle> others = ((Span<Handle>)_workers)[.._count];
            Environment.Exit(role == Role.Ender
                ? Endings.AskFor(others[_dice.Index(_count)])
                : new Worker(_run, _pages, (ulong)_started, role, others).Work(_sent, _received));
        }

        if (error == CallError.None)
        {
            _workers[_count++] = started;
        }

        return error == CallError.None;
    }

    // One that slept may have ended by now.
    private static void Kill(Handle worker)
    {
        CallError error = Call.Kill(worker);
        if (error != CallError.PeerGone)
        {
            error.OrFail("kill");
        }
    }

    // Whether any of them had ended.
    private bool AwaitEnded()
    {
        int before = _count;
        for (int i = before - 1; i >= 0; i--)
        {
            if (Endings.IsOver(_workers[i]))
            {
                Call.Wait(_workers[i], out _, out ExitStatus status).OrFail("wait");
                _result = Endings.Add(_result, status);
                _workers[i] = _workers[--_count];
            }
        }

        return _count < before;
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
