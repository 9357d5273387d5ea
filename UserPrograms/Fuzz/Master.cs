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
    private const int MostStarts = 66;
    private const int WakersForWorker = 4;
    private const int StartsBeforeEnd = 12;
    private const int AsksBeforeKill = 4;

    private readonly Run _run;
    private readonly SentPages _pages = new();
    private readonly Span<byte> _sent;
    private readonly Span<byte> _received;
    private Crew _crew = new();
    private Dice _dice;
    private int _started;

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

        while (_crew.Count > 0 || CanStart)
        {
            LetRun();
            if (_crew.AwaitEnded() || (CanStart && TryStartMore()) || TryAsk())
            {
                continue;
            }

            if (_crew.Workers > 0 || _run.IsTalkative)
            {
                KillOne();
            }
            else
            {
                _crew.AwaitLast();
            }
        }

        return _crew.Result;
    }

    private readonly bool CanStart => _run.IsTalkative ? _started < MostStarts && _crew.Count < MostTalkative
        : _crew.Workers > 0 && _crew.Count - _crew.Workers < MostWakers;

    private bool TryStartMore() => !_dice.OneIn(StartsBeforeEnd)
        && TryStart(_run.IsTalkative && _dice.OneIn(WakersForWorker) ? Role.Worker : Role.Waker);

    private bool TryAsk() => _run.IsTalkative && _crew.Count is > 0 and < Crew.Most && !_dice.OneIn(AsksBeforeKill)
        && TryStart(Role.Ender);

    // False where the quotas do not suffice.
    private bool TryStart(Role role)
    {
        _started++;
        CallError error = Call.Fork(out Handle started, out bool isChild);
        if (isChild)
        {
            Environment.Exit(role == Role.Ender
                ? Endings.AskFor(_crew.Choose(ref _dice))
                : new Worker(_run, _pages, (ulong)_started, role, _crew.AllWorkers()).Work(_sent, _received));
        }

        if (error == CallError.None)
        {
            _crew.Add(started, role);
        }

        return error == CallError.None;
    }

    // One that slept may have ended by now.
    private void KillOne()
    {
        CallError error = _crew.Count == 0 ? CallError.None : Call.Kill(_crew.ChooseWorker(ref _dice));
        if (error != CallError.PeerGone)
        {
            error.OrFail("kill");
        }
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
