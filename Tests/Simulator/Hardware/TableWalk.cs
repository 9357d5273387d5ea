using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Simulator.Hardware;

/// <summary>A walk through the tables as the processor would do it (Intel SDM vol. 3, 4.5), asking no cache.</summary>
internal static class TableWalk
{
    /// <summary>
    /// Where a page of programs leads. <paramref name="rights"/>: the bits that all entries have, no-execute inverted.
    /// </summary>
    public static bool TryTranslate(Frame root, VirtAddr page, out int frame, out ulong rights)
    {
        const ulong user = PageEntry.Present | PageEntry.User;
        Geometry geometry = FlatMachine.Geometry;
        frame = FlatMachine.IndexOf(root);
        rights = ~0UL;
        for (int level = geometry.Levels; level > 0; level--)
        {
            ulong bits = FlatMachine.Words(frame)[geometry.IndexOf(page, level)];
            if ((bits & user) != user)
            {
                return false;
            }

            rights &= bits ^ PageEntry.NoExecute;
            frame = FlatMachine.IndexOf(new PageEntry(bits).Target);
        }

        return geometry.IsCanonical(page);
    }
}
