using System.Collections.Generic;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>The values of CR3, newest last. A context's tables are walked only while CR3 names it.</summary>
internal sealed class RootHistory(Clock clock)
{
    private readonly List<RootSpan> _spans = [];

    public int Count => _spans.Count;

    public RootSpan this[int index] => _spans[index];

    public RootSpan Current => _spans[^1];

    public void Switch(PhysAddr root, int context, int now, int horizon)
    {
        int forgotten = 0;
        while (forgotten + 1 < _spans.Count && _spans[forgotten + 1].From <= horizon)
        {
            forgotten++;
        }

        _spans.RemoveRange(0, forgotten);
        _spans.Add(new RootSpan(root, context, now, clock.Operation));
    }

    /// <summary>The first moment after a span; one after the present for the last.</summary>
    public int EndOf(int index) => index + 1 < _spans.Count ? _spans[index + 1].From : clock.Now + 1;

    /// <summary>
    /// The operation that gave the span's context another root or, failing that, made another context the current one;
    /// null where the span's root is the current one.
    /// </summary>
    public string? ReplacedBy(int index)
    {
        RootSpan span = _spans[index];
        if (Current.Root == span.Root && Current.Context == span.Context)
        {
            return null;
        }

        int own = _spans.FindIndex(index, later => later.Context == span.Context && later.Root != span.Root);
        return _spans[own >= 0 ? own : index + 1].Operation;
    }

    /// <summary>
    /// Narrows a run of moments to those between the first and the last in which the context was current; false where
    /// there is none.
    /// </summary>
    public bool TryNarrow(int context, ref int first, ref int last)
    {
        int from = int.MaxValue;
        int to = int.MinValue;
        for (int index = _spans.Count - 1; index >= 0 && EndOf(index) > first; index--)
        {
            if (_spans[index].Context == context && _spans[index].From <= last)
            {
                from = int.Max(first, _spans[index].From);
                to = int.Max(to, int.Min(last, EndOf(index) - 1));
            }
        }

        first = from;
        last = to;
        return first <= last;
    }
}
