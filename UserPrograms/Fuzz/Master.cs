namespace UserPrograms;

/// <summary>
/// The task that has a round's workers: it starts some, and where none of them goes on, it starts another one, which
/// sends them messages, or has one of them end. It takes no message, and when it ends, nobody waits for it any more.
/// </summary>
internal ref struct Master
{
    private const int MostFirst = 6;
    private const int MostWakers = 8;
    private const int MostTalkative = 12;
    private const int MostTasks = 16;
    private const int MostStarts = 66;
    private const int WakersForWorker = 4;
    private const int StartsBeforeEnd = 12;
    private const int AsksBeforeKill = 4;

    private readonly Run _run;
    private readonly SentPages _pages = new();
    private readonly Span<byte> _sent;
    private readonly Span<byte> _received;
    private readonly Handle[] _workers = new Handle[MostTasks];
    private readonly Role[] _roles = new Role[MostTasks];
    private Dice _dice;
    private int _count;
    private int _living;
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

        while (_count > 0 || CanStart)
        {
            LetRun();
            if (AwaitEnded() || (CanStart && TryStartMore()) || TryAsk())
            {
                continue;
            }

            if (_living > 0 || _run.IsTalkative)
            {
                KillOne();
            }
            else
            {
                Await(_count - 1);
            }
        }

        return _result;
    }

    private readonly bool CanStart => _run.IsTalkative ? _started < MostStarts && _count < MostTalkative
        : _living > 0 && _count - _living < MostWakers;

    private bool TryStartMore() => !_dice.OneIn(StartsBeforeEnd)
        && TryStart(_run.IsTalkative && _dice.OneIn(WakersForWorker) ? Role.Worker : Role.Waker);

    private bool TryAsk() => _run.IsTalkative && _count > 0 && _count < MostTasks && !_dice.OneIn(AsksBeforeKill)
        && TryStart(Role.Ender);

    // False where the quotas do not suffice.
    private bool TryStart(Role role)
    {
        _started++;
        CallError error = Call.Fork(out Handle started, out bool isChild);
        if (isChild)
        {
            Environment.Exit(role == Role.Ender
                ? Endings.AskFor(_workers[_dice.Index(_count)])
                : new Worker(_run, _pages, (ulong)_started, role, Receivers()).Work(_sent, _received));
        }

        if (error == CallError.None)
        {
            _living += role == Role.Worker ? 1 : 0;
            _roles[_count] = role;
            _workers[_count++] = started;
        }

        return error == CallError.None;
    }

    // A worker, as long as there is one. One that slept may have ended by now.
    private void KillOne()
    {
        int one = _dice.Index(_count);
        while (_living > 0 && _roles[one] != Role.Worker)
        {
            one = _dice.Index(_count);
        }

        CallError error = _count == 0 ? CallError.None : Call.Kill(_workers[one]);
        if (error != CallError.PeerGone)
        {
            error.OrFail("kill");
        }
    }

    // Those that take messages.
    private readonly ReadOnlySpan<Handle> Receivers()
    {
        var receivers = new Handle[_living];
        int count = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_roles[i] == Role.Worker)
            {
                receivers[count++] = _workers[i];
            }
        }

        return receivers;
    }

    // Whether any of them had ended.
    private bool AwaitEnded()
    {
        int before = _count;
        for (int i = before - 1; i >= 0; i--)
        {
            if (Endings.IsOver(_workers[i]))
            {
                Await(i);
            }
        }

        return _count < before;
    }

    private void Await(int number)
    {
        Call.Wait(_workers[number], out _, out ExitStatus status).OrFail("wait");
        _result = Endings.Add(_result, status);
        _living -= _roles[number] == Role.Worker ? 1 : 0;
        _workers[number] = _workers[--_count];
        _roles[number] = _roles[_count];
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
