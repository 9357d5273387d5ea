using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Tests.Host.Memory;

/// <summary>A page of any size, as the tables map it.</summary>
internal readonly record struct Leaf(ulong Address, ulong Size, PageEntry Entry);

/// <summary>
/// Goes through page tables as the processor would, but through all of them (Intel SDM vol. 3, 4.5.4).
/// </summary>
internal static class TableWalker
{
    public static IEnumerable<Leaf> Leaves(PhysAddr root) => Walk(root, shift: 39, address: 0);

    /// <summary>
    /// The offsets from <paramref name="start"/> of all 4 KiB pages; each must map the frame of the same offset.
    /// </summary>
    public static IEnumerable<ulong> SmallPages(PhysAddr root, ulong start)
    {
        foreach (Leaf leaf in Leaves(root))
        {
            for (ulong offset = 0; offset < leaf.Size; offset += 4096)
            {
                Xunit.Assert.Equal(leaf.Address - start, leaf.Entry.Frame.Value);
                yield return leaf.Address - start + offset;
            }
        }
    }

    private static IEnumerable<Leaf> Walk(PhysAddr table, int shift, ulong address)
    {
        ulong[] entries = SimMachine.PageTable(table).ToArray();
        for (int index = 0; index < entries.Length; index++)
        {
            var entry = new PageEntry(entries[index]);
            ulong at = Canonical(address | ((ulong)index << shift));
            if (!entry.IsPresent)
            {
                continue;
            }

            if (shift == 12 || entry.IsLarge)
            {
                // What is left without the address and the size is rights and states.
                ulong rights = entry.Bits & ~(shift == 12 ? 0 : PageEntry.Large) & ~entry.Frame.Value;
                yield return new Leaf(at, 1UL << shift, new PageEntry(rights | entry.Frame.Value));
                continue;
            }

            foreach (Leaf leaf in Walk(entry.Frame, shift - 9, at))
            {
                yield return leaf;
            }
        }
    }

    private static ulong Canonical(ulong address) => (ulong)((long)(address << 16) >> 16);
}
