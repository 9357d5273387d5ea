using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace Kernel.Tasks;

/// <summary>What a task may address: the entries that its handles name (the first is never used).</summary>
internal struct HandleTable
{
    private const int IndexMask = Handle.PerTask - 1;
    private const int IndexBits = 6;
    private const uint GenerationMask = (1u << 25) - 1;

    private Entries _entries;
    private uint _generation;

    /// <summary>
    /// Begins: the first entry is nobody's, so that handle 0 is none. An entry that stands for nothing has some record
    /// in it all the same, here its owner's, so that the quick way may look there before it knows.
    /// </summary>
    internal void Clear(TaskSlot owner)
    {
        this = default;
        _entries[0].Key = uint.MaxValue;
        for (int index = 0; index < Handle.PerTask; index++)
        {
            _entries[index].Task = owner;
        }
    }

    /// <summary>The free entries.</summary>
    public readonly int FreeCount => Handle.PerTask - 1 - UsedCount;

    /// <summary>The entries that stand for something.</summary>
    public int UsedCount { get; private set; }

    /// <summary>The entry of a handle, by its place alone: whoever asks compares the key.</summary>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref HandleEntry At(ulong handle) => ref _entries[(int)handle & IndexMask];

    /// <summary>Whether a number is one of the table's handles.</summary>
    internal bool Contains(ulong handle) => handle != 0 && At(handle).Key == handle;

    /// <summary>Makes a handle; the caller knows that an entry is free.</summary>
    internal Handle Add(TaskSlot task, HandleRights rights, HandleMark mark, Priority holder)
    {
        ref HandleEntry entry = ref TakeFree(default);
        entry.Mark = mark;
        entry.Rights = rights;
        entry.Serial = task.Task.Serial;
        entry.Task = task;
        bool isQuick = (rights & HandleRights.Send) != 0 && task.Task.Priority.Level >= holder.Level;
        entry.SendSerial = isQuick ? entry.Serial : HandleEntry.NotQuick;
        return new Handle(entry.Key);
    }

    /// <summary>Makes a handle like another table's, also where the task has ended; an entry is free.</summary>
    internal Handle Copy(in HandleEntry original, Priority holder)
    {
        if (original.IsAlive)
        {
            return Add(original.Task, original.Rights, HandleMark.Other, holder);
        }

        ref HandleEntry entry = ref TakeFree(in original);
        entry.Mark = HandleMark.Other;
        entry.SendSerial = HandleEntry.NotQuick;
        entry.Serial = 0;
        return new Handle(entry.Key);
    }

    /// <summary>Gives a handle of the table's up.</summary>
    internal void Remove(Handle handle)
    {
        ref HandleEntry entry = ref At(handle.Value);
        TaskSlot some = entry.Task;
        entry = default;
        entry.Task = some;
        UsedCount--;
    }

    /// <summary>The entries, for who looks at all of them.</summary>
    [UnscopedRef]
    internal ref HandleEntry EntryAt(int index) => ref _entries[index];

    /// <summary>Becomes like a parent's: all but the children, who are not one's own, and those that have ended.</summary>
    internal void Inherit(in HandleTable parent)
    {
        this = parent;
        for (int index = 1; index < Handle.PerTask; index++)
        {
            ref HandleEntry entry = ref _entries[index];
            if (entry.Mark == HandleMark.EndedChild)
            {
                Remove(new Handle(entry.Key));
            }

            entry.Mark = HandleMark.Other;
        }
    }

    // An entry with a new key; all else is that of another one.
    [UnscopedRef]
    private ref HandleEntry TakeFree(in HandleEntry contents)
    {
        int index = 1;
        while (_entries[index].Key != 0)
        {
            index++;
        }

        _generation = _generation == GenerationMask ? 1 : _generation + 1;
        ref HandleEntry entry = ref _entries[index];
        entry = contents;
        entry.Key = (uint)index | _generation << IndexBits;
        UsedCount++;
        return ref entry;
    }

    [InlineArray(Handle.PerTask)]
    private struct Entries
    {
        private HandleEntry _first;
    }
}
