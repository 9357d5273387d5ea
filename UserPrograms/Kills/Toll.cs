namespace UserPrograms;

/// <summary>All kills of one path: at each moment each party, and all others go on as far as they can.</summary>
/// <param name="path">The path's name.</param>
/// <param name="stride">From one instruction between two calls to the next.</param>
internal sealed class Toll(string path, ulong stride)
{
    private readonly Trial _trial = new(path);

    private ulong _moments;
    private ulong _kills;

    /// <summary>Does them; whether all was right.</summary>
    internal bool Take()
    {
        _ = Kill(new Moment(0, 1), victim: 0);
        _ = Kill(new Moment(0, 1), victim: 0);
        _trial.Begin();
        for (ulong calls = 0; KillBehind(calls); calls++)
        {
        }

        Console.WriteLine($"kills: {path}: {_kills} kills at {_moments} moments, {_trial.Failures} failed");
        return _trial.Failures == 0;
    }

    // At each instruction until the next call. False where there were not so many calls.
    private bool KillBehind(ulong calls)
    {
        ulong parties = 1;
        for (ulong i = 1; parties != 0 && !_trial.IsHopeless; i += stride)
        {
            parties = KillEach(new Moment(calls, i));
        }

        return Steps.Calls >= calls && !_trial.IsHopeless;
    }

    // How many parties there were to kill.
    private ulong KillEach(Moment at)
    {
        ulong parties = 1;
        for (ulong victim = 0; victim < parties; victim++)
        {
            Outcome outcome = Kill(at, victim);
            parties = outcome.Parties;
            _kills += parties == 0 ? 0UL : 1;
            EndCause cause = parties != 0 && victim == 0 ? EndCause.Killed : EndCause.Exited;
            _trial.Expect(at, victim, "stuck", 0, outcome.Stuck);
            _trial.Expect(at, victim, "status", new ExitStatus(cause, 0).Bits, outcome.Status.Bits);
            _trial.Judge(at, victim);
        }

        _moments += parties == 0 ? 0UL : 1;
        return parties;
    }

    private Outcome Kill(Moment at, ulong victim)
    {
        ulong parties = _trial.Start(at);
        if (parties != 0)
        {
            Trial.Kill(victim);
            Trial.LetRun();
        }

        ulong stuck = Steps.Stuck;
        Steps.Audit();
        return new Outcome(parties, stuck, _trial.End());
    }
}
