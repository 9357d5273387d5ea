using System;
using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// The kernel's page tables while they are made, before they are switched on: nothing is invalidated here, because
/// no processor has seen them.
/// </summary>
public ref struct KernelTables
{
    /// <summary>Boot reaches page tables through tables that map the first 4 GiB.</summary>
    public static PhysAddr ReachableEnd => new(1UL << 32);

    private const int RootLevelShift = 39;
    private const int BitsPerLevel = 9;

    private readonly PageSize _largest;
    private BootFrames _frames;

    /// <summary>
    /// Tables with nothing in them, with frames from <paramref name="frames"/>; pages grow to
    /// <paramref name="largest"/>, which the processor has. The root is none when no frame is left.
    /// </summary>
    public KernelTables(BootFrames frames, PageSize largest)
    {
        _frames = frames;
        _largest = largest;
        IsComplete = TryMakeTable(out PhysAddr root);
        Root = root;
    }

    /// <summary>The frame of the root, for CR3.</summary>
    public PhysAddr Root { get; }

    /// <summary>Every mapping asked for so far was made; false once frames ran out.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Where the frames that are still free begin.</summary>
    public readonly PhysAddr FirstFreeFrame => _frames.Next;

    /// <summary>
    /// Maps <paramref name="range"/>, widened to whole 4 KiB pages, from <paramref name="at"/> on, with the largest
    /// pages that fit.
    /// Nothing was mapped there before.
    /// </summary>
    public void Map(VirtAddr at, PhysRange range, PageRights rights)
    {
        ulong offset = range.Start.Value & 0xFFF;
        ulong virtualAddress = at.Value - offset;
        ulong physical = range.Start.Value - offset;
        ulong left = (range.End.Value - physical + 0xFFF) & ~0xFFFUL;
        while (left != 0 && IsComplete)
        {
            PageSize size = LargestFit(virtualAddress | physical, left);
            IsComplete = TryFindTable(virtualAddress, size, out PhysAddr table);
            ulong mapped = IsComplete ? Fill(table, virtualAddress, physical, left, rights, size) : 0;
            virtualAddress += mapped;
            physical += mapped;
            left -= mapped;
        }
    }

    // The bytes mapped: up to the table's end, which is where a larger page could begin, or until less than a page is
    // left.
    private static ulong Fill(
        PhysAddr table, ulong virtualAddress, ulong physical, ulong left, PageRights rights, PageSize size)
    {
        Span<ulong> entries = Machine.PageTable(table).Slice(IndexOf(virtualAddress, (int)size));
        ulong count = Math.Min((ulong)entries.Length, left >> (int)size);
        ulong step = 1UL << (int)size;
        ulong bits = PageEntry.ForKernelPage(new PhysAddr(physical), rights, size).Bits;
        foreach (ref ulong entry in entries.Slice(0, (int)count))
        {
            entry = bits;
            bits += step;
        }

        return count << (int)size;
    }

    private readonly PageSize LargestFit(ulong addresses, ulong left)
    {
        PageSize size = _largest;
        while (size > PageSize.Small && ((addresses & ((1UL << (int)size) - 1)) != 0 || left < 1UL << (int)size))
        {
            size -= BitsPerLevel;
        }

        return size;
    }

    // The table whose entries map pages of this size at this address; made, with those above it, where it is missing.
    private bool TryFindTable(ulong address, PageSize size, out PhysAddr table)
    {
        table = Root;
        for (int shift = RootLevelShift; shift > (int)size; shift -= BitsPerLevel)
        {
            ref ulong entry = ref Machine.PageTable(table)[IndexOf(address, shift)];
            if (!new PageEntry(entry).IsPresent)
            {
                if (!TryMakeTable(out PhysAddr made))
                {
                    return false;
                }

                entry = PageEntry.ForTable(made).Bits;
            }

            table = new PageEntry(entry).Frame;
        }

        return true;
    }

    private bool TryMakeTable(out PhysAddr table)
    {
        if (!_frames.TryTake(ReachableEnd, out table))
        {
            return false;
        }

        Machine.PageTable(table).Clear();
        return true;
    }

    private static int IndexOf(ulong address, int shift) => (int)(address >> shift) & ((1 << BitsPerLevel) - 1);
}
