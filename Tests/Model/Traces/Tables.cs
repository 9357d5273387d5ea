using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Model.Traces;

/// <summary>
/// Handle tables with as few entries as the model's: all others in the record have been taken, by handles that nobody
/// uses, and no task may be charged for a frame of more. The model's entries are the last of the record.
/// </summary>
internal sealed class Tables(int entries)
{
    private const ulong OldGeneration = Handle.PerTask;

    private readonly Dictionary<(int Task, int Entry), ulong> _ends = [];

    public int Entries => entries;

    public IReadOnlyList<TracedEntry> Empty { get; } =
        [.. Enumerable.Repeat(new TracedEntry("unused", 0, IsWeak: false), entries)];

    private int First => HandleTable.InRecord - entries;

    /// <summary>Takes what the model does not have.</summary>
    public void Fill(SimTaskSlot slot)
    {
        for (int index = 1; index < First; index++)
        {
            slot.Task.Handles.Add(slot, HandleRights.None, HandleMark.Other, slot.Task.Priority);
        }
    }

    public ref HandleEntry EntryAt(SimTaskSlot slot, int entry) => ref slot.Task.Handles.At((ulong)(First + entry));

    /// <summary>The handle of an entry; one that is not good any more where the entry is free.</summary>
    public ulong HandleAt(SimTaskSlot slot, int entry)
    {
        uint key = EntryAt(slot, entry).Key;
        return key != 0 ? key : (uint)(First + entry) | OldGeneration;
    }

    /// <summary>A task's handles, 0 where there is none.</summary>
    public ulong[] KeysOf(SimTaskSlot slot)
    {
        ulong[] keys = new ulong[entries];
        for (int entry = 0; entry < entries && !slot.IsNone; entry++)
        {
            keys[entry] = slot.Record.Use == FrameUse.Task ? EntryAt(slot, entry).Key : 0;
        }

        return keys;
    }

    /// <summary>All entries stand for what they should.</summary>
    public void Compare(SimTaskSlot slot, IReadOnlyList<TracedEntry> expected, IReadOnlyList<SimTaskSlot> slots)
    {
        for (int index = 0; index < entries; index++)
        {
            TracedEntry each = expected[index];
            ref HandleEntry entry = ref EntryAt(slot, index);
            Assert.Equal(each.IsUsed, entry.Key != 0);
            if (!each.IsUsed)
            {
                continue;
            }

            Assert.Equal(each.IsWeak ? HandleRights.Send : HandleRights.All, entry.Rights);
            Assert.Equal(MarkOf(each), entry.Mark);
            Assert.Equal(each.Target != slots.Count, entry.IsAlive);
            Assert.True(!entry.IsAlive || entry.Task == slots[each.Target]);
        }
    }

    /// <summary>How a child ended whose parent has not asked yet.</summary>
    public void NoteEnd(int task, int entry, ulong status) => _ends[(task, entry)] = status;

    /// <summary>What was noted.</summary>
    public ulong TakeEnd(int task, int entry)
    {
        Assert.True(_ends.Remove((task, entry), out ulong status));
        return status;
    }

    /// <summary>Nothing is noted any more for a task that has ended.</summary>
    public void Forget(int task)
    {
        for (int entry = 0; entry < entries; entry++)
        {
            _ends.Remove((task, entry));
        }
    }

    private static HandleMark MarkOf(TracedEntry entry) => entry.Mark switch
    {
        "child" => HandleMark.Child,
        "ended" => HandleMark.EndedChild,
        _ => HandleMark.Other,
    };
}
