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
    private uint _free;

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
            _entries[index].Serial = ((uint)index + 1) & IndexMask;
        }

        _free = 1;
    }

    /// <summary>The free entries.</summary>
    public readonly int FreeCount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Handle.PerTask - 1 - UsedCount;
    }

    /// <summary>The entries that stand for something.</summary>
    public int UsedCount { get; private set; }

    /// <summary>The entry of a handle, by its place alone: whoever asks compares the key.</summary>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref HandleEntry At(ulong handle) => ref _entries[(int)handle & IndexMask];

    /// <summary>Whether a number is one of the table's handles.</summary>
    internal bool Contains(ulong handle) => handle != 0 && At(handle).Key == handle;

    /// <summary>Makes a handle; the caller knows that an entry is free.</summary>
    internal Handle Add(TaskSlot task, HandleRights rights, HandleMark mark, Priority holder) =>
        new(Put(task, task.Task.Serial, rights, mark, holder));

    /// <summary>Makes a handle like another table's, also where the task has ended; an entry is free.</summary>
    internal Handle Copy(in HandleEntry original, Priority holder)
    {
        if (original.IsAlive)
        {
            return new Handle(CopyAlive(in original, holder));
        }

        ref HandleEntry entry = ref TakeFree();
        entry.Mark = HandleMark.Other;
        entry.Rights = original.Rights;
        entry.SendSerial = HandleEntry.NotQuick;
        entry.Serial = 0;
        entry.Task = original.Task;
        return new Handle(entry.Key);
    }

    /// <summary>Makes a handle like another table's, whose task has not ended; an entry is free. Its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint CopyAlive(in HandleEntry original, Priority holder) =>
        Put(original.Task, original.Serial, original.Rights, HandleMark.Other, holder);

    /// <summary>Gives a handle of the table's up.</summary>
    internal void Remove(Handle handle) => Remove(handle.Value);

    /// <summary>The same, by the handle's place alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Remove(uint handle)
    {
        // Field by field, without vector registers: the quick way comes here.
        ref HandleEntry entry = ref At(handle);
        entry.Key = 0;
        entry.Mark = HandleMark.Other;
        entry.Rights = HandleRights.None;
        entry.SendSerial = 0;
        entry.Serial = _free;
        _free = handle & IndexMask;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Put(TaskSlot task, ulong serial, HandleRights rights, HandleMark mark, Priority holder)
    {
        ref HandleEntry entry = ref TakeFree();
        entry.Mark = mark;
        entry.Rights = rights;
        entry.Serial = serial;
        entry.Task = task;
        entry.SendSerial = serial;
        if ((rights & HandleRights.Send) == 0 || task.Task.Priority.Level < holder.Level)
        {
            entry.SendSerial = HandleEntry.NotQuick;
        }

        return entry.Key;
    }

    // The entry that was given up last, with a new key; all else is the caller's to fill in.
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref HandleEntry TakeFree()
    {
        uint index = _free;
        ref HandleEntry entry = ref At(index);
        _free = (uint)entry.Serial;
        _generation = _generation == GenerationMask ? 1 : _generation + 1;
        entry.Key = index | _generation << IndexBits;
        UsedCount++;
        return ref entry;
    }

    [InlineArray(Handle.PerTask)]
    private struct Entries
    {
        private HandleEntry _first;
    }
}
