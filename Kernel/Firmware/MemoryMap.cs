using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>
/// Physical memory by kind. The regions are always sorted, never overlap, are never empty, and two that touch differ
/// in kind, whatever order and overlaps they were added in.
/// </summary>
public partial struct MemoryMap
{
    /// <summary>The most regions that it can hold, those included that exist only while one is being added.</summary>
    public const int Capacity = 256;

    private RegionSlots _slots;
    private int _count;

    /// <summary>The regions, lowest first.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<MemoryRegion> Regions => ((ReadOnlySpan<MemoryRegion>)_slots)[.._count];

    /// <summary>How much ordinary memory there is.</summary>
    public readonly ByteCount UsableBytes
    {
        get
        {
            ByteCount total = ByteCount.Zero;
            foreach (MemoryRegion region in Regions)
            {
                total += region.Kind == MemoryKind.Usable ? region.Range.Length : ByteCount.Zero;
            }

            return total;
        }
    }

    /// <summary>The first address behind the highest ordinary memory; zero when there is none.</summary>
    public readonly PhysAddr UsableEnd
    {
        get
        {
            PhysAddr end = default;
            foreach (MemoryRegion region in Regions)
            {
                end = region.Kind == MemoryKind.Usable ? region.Range.End : end;
            }

            return end;
        }
    }

    /// <summary>Whether every byte of <paramref name="range"/> is ordinary memory.</summary>
    public readonly bool IsUsable(PhysRange range)
    {
        foreach (MemoryRegion region in Regions)
        {
            if (region.Kind == MemoryKind.Usable && region.Range.Contains(range))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any byte of <paramref name="range"/> is ordinary memory.</summary>
    public readonly bool TouchesUsable(PhysRange range)
    {
        foreach (MemoryRegion region in Regions)
        {
            if (region.Kind == MemoryKind.Usable && region.Range.Overlaps(range))
            {
                return true;
            }
        }

        return false;
    }

    [InlineArray(Capacity)]
    private struct RegionSlots
    {
        private MemoryRegion _first;
    }
}
