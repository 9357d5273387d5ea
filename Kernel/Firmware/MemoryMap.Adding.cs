using System;
using System.Diagnostics.CodeAnalysis;
using Kernel.Units;

namespace Kernel.Firmware;

/// <content>Adding a region: cut the map at its ends, paint what lies between, join what became alike.</content>
public partial struct MemoryMap
{
    /// <summary>
    /// Adds a region. Where it overlaps others, each byte takes the greater <see cref="MemoryKind"/>; an empty one
    /// changes nothing. False when there is no room: the map is then in pieces and must not be used.
    /// </summary>
    public bool TryAdd(MemoryRegion region)
    {
        if (region.Range.IsEmpty)
        {
            return true;
        }

        bool added = TryCut(region.Range.Start) && TryCut(region.Range.End) && TryPaint(region);
        Coalesce();
        return added;
    }

    [UnscopedRef]
    private Span<MemoryRegion> Slots => _slots;

    private readonly int FirstEndingAfter(PhysAddr address)
    {
        int index = 0;
        while (index < _count && Regions[index].Range.End <= address)
        {
            index++;
        }

        return index;
    }

    private bool TryInsert(int index, MemoryRegion region)
    {
        if (_count == Capacity)
        {
            return false;
        }

        Slots[index.._count].CopyTo(Slots[(index + 1)..]);
        Slots[index] = region;
        _count++;
        return true;
    }

    // After this no region straddles the address, so that painting only ever meets whole regions.
    private bool TryCut(PhysAddr address)
    {
        int index = FirstEndingAfter(address);
        if (index == _count || Slots[index].Range.Start >= address)
        {
            return true;
        }

        MemoryRegion whole = Slots[index];
        Slots[index] = whole with { Range = whole.Range with { End = address } };
        return TryInsert(index + 1, whole with { Range = whole.Range with { Start = address } });
    }

    private bool TryPaint(MemoryRegion paint)
    {
        PhysAddr end = paint.Range.End;
        int index = FirstEndingAfter(paint.Range.Start);
        for (PhysAddr at = paint.Range.Start; at < end; at = Slots[index].Range.End, index++)
        {
            PhysAddr next = index < _count && Slots[index].Range.Start < end ? Slots[index].Range.Start : end;
            if (at < next)
            {
                if (!TryInsert(index, paint with { Range = new PhysRange(at, next) }))
                {
                    return false;
                }
            }
            else if (Slots[index].Kind < paint.Kind)
            {
                Slots[index] = Slots[index] with { Kind = paint.Kind };
            }
        }

        return true;
    }

    private void Coalesce()
    {
        int kept = 0;
        foreach (MemoryRegion region in Regions)
        {
            ref MemoryRegion last = ref Slots[kept > 0 ? kept - 1 : 0];
            if (kept > 0 && last.Kind == region.Kind && last.Range.End >= region.Range.Start)
            {
                last = last with { Range = last.Range with { End = region.Range.End } };
            }
            else
            {
                Slots[kept] = region;
                kept++;
            }
        }

        _count = kept;
    }
}
