using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>A sum of what the tables say: each entry's place and bits, who counts what it points at, some contents.</summary>
internal struct PagingSum
{
    /// <summary>
    /// The second of two words of a page that are looked at. Behind it a page may have what is left of a root: the
    /// kernel's half, which is another one on the host.
    /// </summary>
    internal const int SecondWord = 255;

    /// <summary>The sum so far.</summary>
    internal ulong Value { get; private set; }

    /// <summary>Another number.</summary>
    internal void Add(ulong number)
    {
        ulong mixed = (Value ^ number) * 0x2545_F491_4F6C_DD1D;
        Value = mixed ^ mixed >> 29;
    }

    /// <summary>All that can be seen of a space.</summary>
    internal void Add(ref readonly AddressSpace space)
    {
        Add(space.Register);
        Add(space.Quota.Value);
        foreach (int slot in space.Slots)
        {
            Add((ulong)slot);
        }

        AddTable(space.Root, Machine.Geometry.Levels, Machine.Geometry.EntriesPerTable / 2);
    }

    /// <summary>What is free, charged, waiting and forgotten.</summary>
    internal void Add(ref PagingManager memory)
    {
        Add(memory.Frames.Free.Value);
        Add(memory.Frames.ZeroedFrames.Value);
        Add(memory.Charged.Value);
        Add(memory.FirstDying.Number);
        Add(memory.Invalidations.PagesIssued);
        Add(memory.Invalidations.WholeIssued);
        Add(memory.Switches);
    }

    private void AddTable(Frame table, int level, int count)
    {
        AddRecord(table);
        for (int index = 0; index < count; index++)
        {
            ulong bits = Machine.ReadEntry(table, index);
            if (bits != 0)
            {
                Add((ulong)index);
                Add(bits);
                AddTarget(new PageEntry(bits), level);
            }
        }
    }

    private void AddTarget(PageEntry entry, int level)
    {
        if (entry.IsTable(level))
        {
            AddTable(entry.Target, level - 1, Machine.Geometry.EntriesPerTable);
        }
        else if (entry.IsPresent)
        {
            AddRecord(entry.Target);
            ReadOnlySpan<ulong> words = Machine.PageTable(entry.Target.Address);
            Add(words[0]);
            Add(words[SecondWord]);
        }
    }

    private void AddRecord(Frame frame)
    {
        ref readonly FrameRecord record = ref Machine.Record(frame);
        Add((ulong)record.Use << 32 | record.References);
        Add((ulong)record.Order.Exponent << 32 | (record.Use == FrameUse.Table ? record.Weight.Value : 0));
    }
}
