using System.Collections.Generic;

namespace Kernel.Simulation;

/// <summary>What one word of memory has said to a page walk, and since when, newest last.</summary>
internal sealed class EntryHistory
{
    private const int LongHistory = 4;

    private readonly List<EntryValue> _values = [];

    /// <summary>A word that has always said <paramref name="bits"/>.</summary>
    public EntryHistory(ulong bits) => _values.Add(new EntryValue(bits, 0, "start"));

    public int Count => _values.Count;

    public EntryValue this[int index] => _values[index];

    /// <summary>The word changes; what ended before <paramref name="horizon"/> no cache can remember.</summary>
    public void Add(EntryValue value, int horizon)
    {
        if (_values.Count >= LongHistory)
        {
            int forgotten = 0;
            while (forgotten + 1 < _values.Count && _values[forgotten + 1].From <= horizon)
            {
                forgotten++;
            }

            _values.RemoveRange(0, forgotten);
        }

        _values.Add(value);
    }
}
