namespace UserPrograms;

/// <summary>
/// A path for which there is too little memory: from each call on every number of free frames that does not suffice.
/// </summary>
/// <param name="path">The path's name.</param>
internal sealed class Dearth(string path)
{
    // Enough for every path, and few enough to be taken and given back in no time.
    private const ulong Plenty = 300;

    private readonly Trial _trial = new(path);

    private ulong _refusals;

    /// <summary>Goes through them; whether all was right.</summary>
    internal bool Bear()
    {
        Steps.Hoard(Plenty);
        _ = Starve(new Moment(0, 1), Plenty);
        _trial.Begin();
        ulong calls = 0;
        do
        {
            StarveBehind(calls++);
        }
        while (Steps.Calls >= calls && !_trial.IsHopeless);
        Console.WriteLine($"kills: {path}: {_refusals} dearths behind {calls} calls, {_trial.Failures} failed");
        return _trial.Failures == 0;
    }

    private void StarveBehind(ulong calls)
    {
        var at = new Moment(calls, 1);
        for (ulong free = 0; !Starve(at, free) && !_trial.IsHopeless; free++)
        {
            _refusals++;
        }
    }

    // Whether the path came to its end all the same.
    private bool Starve(Moment at, ulong free)
    {
        bool isThere = _trial.Start(at) != 0;
        if (isThere)
        {
            Steps.Hoard(free);
            Trial.LetRun();
            Steps.GiveBack();
        }

        _trial.Expect(at, free, "stuck", 0, Steps.Stuck);
        Steps.Audit();
        ExitStatus status = _trial.End();
        _trial.Judge(at, free);
        bool isWell = status.Bits == 0;
        _trial.Expect(at, free, "end", 1, isWell || Party.IsScarce(status) ? 1UL : 0);
        return !isThere || isWell;
    }
}
