using Kernel.Units;

namespace Kernel.Memory;

/// <summary>What it takes to make the tables on the way to an address a space's own.</summary>
/// <param name="Frames">Frames for tables that are missing, shared, or stand for larger pages now.</param>
/// <param name="Created">Those of them for tables that are missing: they are charged.</param>
internal readonly record struct SettleCost(uint Frames, uint Created)
{
    /// <summary>
    /// The cost of the tables down to <paramref name="level"/>, all below the root that lie above
    /// <paramref name="known"/> left out: they were counted before.
    /// </summary>
    internal static SettleCost Of(Frame root, VirtAddr address, int level, int known)
    {
        Frame table = root;
        uint frames = 0;
        for (int at = Machine.Geometry.Levels; at > level; at--)
        {
            PageEntry entry = new EntrySlot(table, Machine.Geometry.IndexOf(address, at)).Entry;
            uint below = (uint)((at < known ? at : known) - level);
            if (!entry.IsTable(at))
            {
                return new SettleCost(frames > below ? frames : below, entry.IsEmpty ? below : 0);
            }

            if (frames == 0 && FrameTable.References(entry.Target) > 1)
            {
                frames = below;
            }

            table = entry.Target;
        }

        return new SettleCost(frames, 0);
    }

    /// <summary>
    /// The lowest level at which one table covers both addresses; the number of levels where they are worlds apart.
    /// </summary>
    internal static int CommonLevel(VirtAddr left, VirtAddr right)
    {
        int level = 1;
        ulong difference = (left.Value ^ right.Value) >> Machine.Geometry.ShiftAt(2);
        while (difference != 0)
        {
            difference >>= Machine.Geometry.IndexBits;
            level++;
        }

        return level;
    }
}
