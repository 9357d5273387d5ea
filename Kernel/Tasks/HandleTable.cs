using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace Kernel.Tasks;

/// <summary>
/// What a task may address: the entries that its handles name (the first is never used). Some are in the task's record,
/// where the quick way finds them by the lowest bits of a handle; a handle of another entry is not that one's key.
/// </summary>
internal partial struct HandleTable
{
    /// <summary>The entries in a task's record.</summary>
    internal const int InRecord = 64;

    private const int RecordMask = InRecord - 1;
    private const int IndexBits = 12;
    private const uint GenerationMask = (1u << 19) - 1;

    // The key of the first entry: no handle has its generation.
    private const uint NoHandle = 1;

    private Entries _entries;
    private uint _generation;
    private uint _free;
    private FrameList _frames;
    private int _frameCount;
    private uint _freeFurther;
    private int _furtherFree;

    /// <summary>
    /// Begins: the first entry is nobody's, so that handle 0 is none. An entry that stands for nothing has some record
    /// in it all the same, here its owner's, so that the quick way may look there before it knows.
    /// </summary>
    internal void Clear(TaskSlot owner)
    {
        this = default;
        _entries[0].Key = NoHandle;
        for (int index = 0; index < InRecord; index++)
        {
            _entries[index].Task = owner;
            _entries[index].Serial = ((uint)index + 1) & RecordMask;
        }

        _free = 1;
    }

    /// <summary>The free entries in the record.</summary>
    public readonly int FreeCount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => InRecord - 1 - UsedCount;
    }

    /// <summary>The entries in the record that stand for something.</summary>
    public int UsedCount { get; private set; }

    /// <summary>The entry of a handle, by its place alone: whoever asks compares the key.</summary>
    [UnscopedRef]
    internal ref HandleEntry At(ulong handle)
    {
        uint index = (uint)handle & (Handle.PerTask - 1);
        return ref index < InRecord ? ref _entries[(int)index] : ref FurtherAt(index);
    }

    /// <summary>Whether a number is one of the table's handles.</summary>
    internal bool Contains(ulong handle) => handle != 0 && At(handle).Key == handle;

    /// <summary>Makes a handle; the caller knows that an entry is free.</summary>
    internal Handle Add(TaskSlot task, HandleRights rights, HandleMark mark, Priority holder) =>
        new(Fill(ref TakeAny(), task, task.Task.Serial, rights, mark, holder));

    /// <summary>Makes a handle like another table's, also where the task has ended; an entry is free.</summary>
    internal Handle Copy(in HandleEntry original, Priority holder)
    {
        ref HandleEntry entry = ref TakeAny();
        if (original.IsAlive)
        {
            return new Handle(FillLike(ref entry, in original, holder));
        }

        entry.Mark = HandleMark.Other;
        entry.Rights = original.Rights;
        entry.SendSerial = HandleEntry.NotQuick;
        entry.Serial = 0;
        entry.Task = original.Task;
        return new Handle(entry.Key);
    }

    /// <summary>
    /// Makes a handle like another table's, whose task has not ended; an entry in the record is free. Its value.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint CopyAlive(in HandleEntry original, Priority holder) => FillLike(ref TakeFree(), in original, holder);

    /// <summary>Gives a handle of the table's up.</summary>
    internal void Remove(Handle handle)
    {
        if ((handle.Value & (Handle.PerTask - 1)) < InRecord)
        {
            Remove(handle.Value);
        }
        else
        {
            RemoveFurther(handle.Value & (Handle.PerTask - 1));
        }
    }

    /// <summary>The same, of one whose entry is in the record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Remove(uint handle)
    {
        ref HandleEntry entry = ref _entries[(int)handle & RecordMask];
        Clear(ref entry, _free);
        _free = handle & RecordMask;
        UsedCount--;
    }

    /// <summary>Becomes like a parent's: all but the children, who are not one's own, and those that have ended.</summary>
    internal void Inherit(in HandleTable parent)
    {
        FrameList own = _frames;
        this = parent;
        CopyFurther(in own);
        for (int index = 1; index < InRecord; index++)
        {
            ref HandleEntry entry = ref _entries[index];
            if (entry.Mark != HandleMark.Other)
            {
                DisownChild(ref entry);
            }
        }

        for (int index = InRecord; index < Count; index++)
        {
            DisownChild(ref FurtherAt((uint)index));
        }
    }

    private void DisownChild(ref HandleEntry entry)
    {
        if (entry.Mark == HandleMark.EndedChild)
        {
            Remove(new Handle(entry.Key));
        }

        entry.Mark = HandleMark.Other;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FillLike(ref HandleEntry entry, in HandleEntry original, Priority holder) =>
        Fill(ref entry, original.Task, original.Serial, original.Rights, HandleMark.Other, holder);

    // All but the key, which it has.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Fill(
        ref HandleEntry entry, TaskSlot task, ulong serial, HandleRights rights, HandleMark mark, Priority holder)
    {
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

    // Field by field, without vector registers: the quick way comes here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(ref HandleEntry entry, uint next)
    {
        entry.Key = 0;
        entry.Mark = HandleMark.Other;
        entry.Rights = HandleRights.None;
        entry.SendSerial = 0;
        entry.Serial = next;
    }

    // The entry of the record that was given up last, with a new key; all else is the caller's to fill in.
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref HandleEntry TakeFree()
    {
        uint index = _free;
        ref HandleEntry entry = ref _entries[(int)index & RecordMask];
        _free = (uint)entry.Serial;
        entry.Key = NewKey(index);
        UsedCount++;
        return ref entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint NewKey(uint index)
    {
        _generation = _generation == GenerationMask ? 1 : _generation + 1;
        return index | _generation << IndexBits;
    }

    [InlineArray(InRecord)]
    private struct Entries
    {
        private HandleEntry _first;
    }
}
