namespace UserPrograms;

/// <summary>
/// The forks that a worker has made: those that have come to their end say how many calls they made, and whether
/// something was wrong.
/// </summary>
internal sealed class Offspring
{
    private const int Most = 64;

    private readonly uint[] _forks = new uint[Most];
    private int _count;

    /// <summary>Remembers one; where there are too many, nobody asks it.</summary>
    internal void Add(ulong handle)
    {
        if (_count < Most)
        {
            _forks[_count++] = (uint)handle;
        }
    }

    /// <summary>Forgets all: they are another task's.</summary>
    internal void Clear() => _count = 0;

    /// <summary>An exit code, and what those forks add to it that have ended and that nobody has asked.</summary>
    internal int Add(int code)
    {
        foreach (uint fork in ((Span<uint>)_forks)[.._count])
        {
            var handle = new Handle(fork);
            if (Endings.IsOver(handle) && Call.Wait(handle, out _, out ExitStatus status) == CallError.None)
            {
                code = Endings.Add(code, status);
            }
        }

        return code;
    }
}
