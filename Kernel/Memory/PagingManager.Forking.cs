using Kernel.Units;

namespace Kernel.Memory;

/// <content>A second space with the same contents.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Makes a space with the same pages, of which each side gets its own when it writes. The time does not depend on
    /// how much is mapped: only the root is copied. The child is charged what its parent is.
    /// </summary>
    public PagingError TryFork(ref AddressSpace parent, FrameCount quota, out AddressSpace child)
    {
        PagingError error = TryMakeSpace(quota, parent.Charge, out child);
        if (error == PagingError.None)
        {
            child.Slots = parent.Slots;
            if (ShareRoot(in parent, child.Root))
            {
                NoteWhole(ref parent);
            }

            Conclude();
        }

        return error;
    }

    // Whether the owner could write through any of the entries at once.
    private static bool ShareRoot(in AddressSpace parent, Frame copy)
    {
        ulong any = 0;
        foreach (int slot in parent.Slots)
        {
            ulong bits = Machine.ReadEntry(parent.Root, slot);
            PageEntry shared = new PageEntry(bits).Shared;
            any |= bits;
            Machine.WriteEntry(parent.Root, slot, shared.Bits);
            Machine.WriteEntry(copy, slot, shared.Bits);
            if (shared.IsPresent)
            {
                AddReferences(shared);
            }
        }

        return (any & PageEntry.Writable) != 0;
    }
}
