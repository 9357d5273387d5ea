using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Kernel.Abi;
using Kernel.Tasks;

namespace Simulator.Model;

/// <summary>
/// A handle table: 63 entries, and 128 more with each frame that it grows by. The entry that was given up last is the
/// next to be used, the first 63 before all others, with a key that it never had.
/// </summary>
internal sealed class ModelHandles
{
    /// <summary>The entries that need no frame, and the first, which is never used.</summary>
    public const int InRecord = 64;

    /// <summary>The entries in a frame.</summary>
    public const int PerFrame = 128;

    private readonly List<ModelHandle> _entries = new(InRecord);
    private readonly List<int> _free = new(InRecord);
    private readonly List<int> _freeFurther = [];
    private uint _generation;

    /// <summary>An empty one.</summary>
    public ModelHandles()
    {
        CollectionsMarshal.SetCount(_entries, InRecord);
        for (int index = InRecord - 1; index > 0; index--)
        {
            _free.Add(index);
        }
    }

    /// <summary>What a child has of its parent's: no children, and nothing of those that have ended.</summary>
    public ModelHandles(ModelHandles parent)
    {
        _entries.AddRange(parent._entries);
        _free.AddRange(parent._free);
        _freeFurther.AddRange(parent._freeFurther);
        _generation = parent._generation;
        for (int index = 1; index < _entries.Count; index++)
        {
            if (_entries[index].Mark == HandleMark.EndedChild)
            {
                Remove(_entries[index].Key);
            }

            _entries[index] = _entries[index] with { Mark = HandleMark.Other };
        }
    }

    /// <summary>The entries that are free and need no frame.</summary>
    public int FreeInRecord => _free.Count;

    /// <summary>All entries that are free.</summary>
    public int FreeCount => _free.Count + _freeFurther.Count;

    /// <summary>The frames that it has grown by.</summary>
    public int Frames => (_entries.Count - InRecord + PerFrame - 1) / PerFrame;

    /// <summary>Whether it cannot grow any more.</summary>
    public bool IsLargest => _entries.Count == Handle.PerTask;

    /// <summary>The entries, by their numbers.</summary>
    public ReadOnlySpan<ModelHandle> Entries => CollectionsMarshal.AsSpan(_entries);

    /// <summary>The entries in one of its frames, or as many of them as can be handles.</summary>
    public ReadOnlySpan<ModelHandle> EntriesIn(int frame)
    {
        ReadOnlySpan<ModelHandle> behind = Entries[(InRecord + (frame * PerFrame))..];
        return behind.Length > PerFrame ? behind[..PerFrame] : behind;
    }

    /// <summary>One frame more.</summary>
    public void Extend()
    {
        int first = _entries.Count;
        CollectionsMarshal.SetCount(_entries, int.Min(first + PerFrame, Handle.PerTask));
        CollectionsMarshal.AsSpan(_entries)[first..].Clear();
        for (int index = _entries.Count - 1; index >= first; index--)
        {
            _freeFurther.Add(index);
        }
    }

    /// <summary>The entry of a handle.</summary>
    public bool TryFind(ulong key, out ModelHandle entry)
    {
        int index = (int)key & (Handle.PerTask - 1);
        entry = index < _entries.Count ? _entries[index] : default;
        return key != 0 && entry.Key == key;
    }

    /// <summary>Makes a handle; an entry is free.</summary>
    public uint Add(ModelTask? target, HandleRights rights, HandleMark mark)
    {
        const int indexBits = 12;
        List<int> free = _free.Count != 0 ? _free : _freeFurther;
        int index = free[^1];
        free.RemoveAt(free.Count - 1);
        uint key = (uint)index | (++_generation << indexBits);
        _entries[index] = new ModelHandle(key, target, rights, mark, 0);
        return key;
    }

    /// <summary>Gives one up.</summary>
    public void Remove(uint key)
    {
        int index = (int)key & (Handle.PerTask - 1);
        _entries[index] = default;
        (index < InRecord ? _free : _freeFurther).Add(index);
    }

    /// <summary>A child has ended: its entry keeps how.</summary>
    public void End(uint key, ulong status)
    {
        int index = (int)key & (Handle.PerTask - 1);
        _entries[index] = _entries[index] with { Mark = HandleMark.EndedChild, Status = status };
    }

    /// <summary>
    /// One that is used; none where there is none. Of a table that has not grown, the one of this place among them,
    /// counted round; of another one, the next one from this entry on.
    /// </summary>
    public ModelHandle Pick(uint place)
    {
        int used = _entries.Count - 1 - FreeCount;
        bool hasGrown = Frames != 0;
        int left = used == 0 ? -1 : hasGrown ? 0 : (int)(place % (uint)used);
        int first = hasGrown ? (int)(place % (uint)_entries.Count) : 0;
        for (int step = 0; step < _entries.Count && left >= 0; step++)
        {
            ModelHandle entry = _entries[(first + step) % _entries.Count];
            if (entry.Key != 0 && left-- == 0)
            {
                return entry;
            }
        }

        return default;
    }
}
