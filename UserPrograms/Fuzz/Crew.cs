namespace UserPrograms;

/// <summary>The tasks of a round that have not ended, as far as their master knows.</summary>
internal struct Crew()
{
    /// <summary>The most tasks.</summary>
    internal const int Most = 16;

    private readonly Handle[] _tasks = new Handle[Most];
    private readonly Role[] _roles = new Role[Most];

    /// <summary>How many there are.</summary>
    internal int Count { get; private set; }

    /// <summary>How many of them are workers.</summary>
    internal int Workers { get; private set; }

    /// <summary>What those said that have ended: how many calls they made, and whether something was wrong.</summary>
    internal int Result { get; private set; }

    /// <summary>One more.</summary>
    internal void Add(Handle task, Role role)
    {
        Workers += role == Role.Worker ? 1 : 0;
        _roles[Count] = role;
        _tasks[Count++] = task;
    }

    /// <summary>Any of them.</summary>
    internal readonly Handle Choose(ref Dice dice) => _tasks[dice.Index(Count)];

    /// <summary>A worker, as long as there is one.</summary>
    internal readonly Handle ChooseWorker(ref Dice dice)
    {
        int one = dice.Index(Count);
        while (Workers > 0 && _roles[one] != Role.Worker)
        {
            one = dice.Index(Count);
        }

        return _tasks[one];
    }

    /// <summary>All workers.</summary>
    internal readonly ReadOnlySpan<Handle> AllWorkers()
    {
        var workers = new Handle[Workers];
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            if (_roles[i] == Role.Worker)
            {
                workers[count++] = _tasks[i];
            }
        }

        return workers;
    }

    /// <summary>Strikes out who has ended; whether anybody had.</summary>
    internal bool AwaitEnded()
    {
        int before = Count;
        for (int i = before - 1; i >= 0; i--)
        {
            if (Endings.IsOver(_tasks[i]))
            {
                Await(i);
            }
        }

        return Count < before;
    }

    /// <summary>Waits for the last one's end.</summary>
    internal void AwaitLast() => Await(Count - 1);

    private void Await(int number)
    {
        Call.Wait(_tasks[number], out _, out ExitStatus status).OrFail("wait");
        Result = Endings.Add(Result, status);
        Workers -= _roles[number] == Role.Worker ? 1 : 0;
        _tasks[number] = _tasks[--Count];
        _roles[number] = _roles[Count];
    }
}
