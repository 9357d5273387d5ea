using System;
using Kernel.Abi;
using Kernel.Tasks;

namespace Simulator.Model;

/// <summary>A handle table: the entry that was given up last is the next to be used, with a key it never had.</summary>
internal sealed class ModelHandles
{
    private readonly ModelHandle[] _entries = new ModelHandle[Handle.PerTask];
    private readonly byte[] _free = new byte[Handle.PerTask];
    private uint _generation;

    /// <summary>An empty one.</summary>
    public ModelHandles()
    {
        for (int index = Handle.PerTask - 1; index > 0; index--)
        {
            _free[FreeCount++] = (byte)index;
        }
    }

    /// <summary>What a child has of its parent's: no children, and nothing of those that have ended.</summary>
    public ModelHandles(ModelHandles parent)
    {
        parent._entries.CopyTo(_entries, 0);
        parent._free.CopyTo(_free, 0);
        _generation = parent._generation;
        FreeCount = parent.FreeCount;
        for (int index = 1; index < Handle.PerTask; index++)
        {
            if (_entries[index].Mark == HandleMark.EndedChild)
            {
                Remove(_entries[index].Key);
            }

            _entries[index] = _entries[index] with { Mark = HandleMark.Other };
        }
    }

    /// <summary>The entries that are free.</summary>
    public int FreeCount { get; private set; }

    /// <summary>The entries, by their numbers.</summary>
    public ReadOnlySpan<ModelHandle> Entries => _entries;

    /// <summary>The entry of a handle.</summary>
    public bool TryFind(ulong key, out ModelHandle entry)
    {
        entry = _entries[(int)key & (Handle.PerTask - 1)];
        return key != 0 && entry.Key == key;
    }

    /// <summary>Makes a handle.</summary>
    public uint Add(ModelTask? target, HandleRights rights, HandleMark mark)
    {
        const int indexBits = 6;
        byte index = _free[--FreeCount];
        uint key = index | (++_generation << indexBits);
        _entries[index] = new ModelHandle(key, target, rights, mark, 0);
        return key;
    }

    /// <summary>Gives one up.</summary>
    public void Remove(uint key)
    {
        int index = (int)key & (Handle.PerTask - 1);
        _entries[index] = default;
        _free[FreeCount++] = (byte)index;
    }

    /// <summary>A child has ended: its entry keeps how.</summary>
    public void End(uint key, ulong status)
    {
        int index = (int)key & (Handle.PerTask - 1);
        _entries[index] = _entries[index] with { Mark = HandleMark.EndedChild, Status = status };
    }

    /// <summary>The used entry of this place among them, counted round; none where there is none.</summary>
    public ModelHandle Pick(uint place)
    {
        int used = Handle.PerTask - 1 - FreeCount;
        int left = used == 0 ? -1 : (int)(place % (uint)used);
        for (int index = 1; index < Handle.PerTask && left >= 0; index++)
        {
            if (_entries[index].Key != 0 && left-- == 0)
            {
                return _entries[index];
            }
        }

        return default;
    }
}
