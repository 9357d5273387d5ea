using Kernel.Units;

namespace Kernel.Memory;

/// <content>Looking.</content>
public partial struct PagingManager
{
    /// <summary>What is mapped at an address of a space; any address may be asked for. Changes nothing.</summary>
    public static PageInfo Query(ref readonly AddressSpace space, VirtAddr address)
    {
        if (!PageRange.CanHold(address))
        {
            return default;
        }

        PageWalk walk = PageWalk.To(space.Root, address, level: 1);
        PageEntry entry = walk.Entry;
        ByteCount size = Machine.Geometry.SizeAt(walk.Level);
        PageRights rights = walk.RightsAbove & entry.Rights;
        if (!entry.IsPresent)
        {
            return entry.IsEmpty ? new PageInfo(PageState.Unmapped, default, default, Frame.None, size)
                : entry.IsGuard ? new PageInfo(PageState.Guard, RegionKind.Guard, default, Frame.None, size)
                : new PageInfo(PageState.Reserved, entry.Kind, rights, Frame.None, size);
        }

        bool isWritable = walk.IsOpenAbove && entry.IsWritable;
        return new PageInfo(
            isWritable ? PageState.Writable : PageState.Present,
            entry.Kind,
            rights,
            SmallPageAt(entry.Target, address, walk.Level),
            size);
    }
}
