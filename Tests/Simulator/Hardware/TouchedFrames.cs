using System;
using System.Runtime.CompilerServices;

namespace Simulator.Hardware;

/// <summary>A set of frames, by their numbers in the machine, that is emptied in constant time.</summary>
/// <param name="count">The frames there are.</param>
internal sealed class TouchedFrames(int count)
{
    private readonly int[] _when = new int[count];
    private readonly int[] _frames = new int[count];
    private int _now = 1;
    private int _count;

    /// <summary>The frames, in the order in which they were added. More may come while one goes over them.</summary>
    public ReadOnlySpan<int> All => _frames.AsSpan(0, _count);

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>One of them.</summary>
    public int this[int place] => _frames[place];

    /// <summary>Adds a frame, if it is not in there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int frame)
    {
        if (_when[frame] != _now)
        {
            _when[frame] = _now;
            _frames[_count++] = frame;
        }
    }

    /// <summary>Takes all out.</summary>
    public void Clear()
    {
        _count = 0;
        _now++;
    }
}
