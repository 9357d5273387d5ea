using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>
/// The end of an operation: first the processor forgets, then counts go down, then frames are free (Intel SDM vol. 3,
/// 4.10.4.4). Frames whose counts are to go down are linked through their records, with how often in the cursor.
/// </content>
public partial struct PagingManager
{
    // Something changed about a page of a space, and nothing else: it is forgotten at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ForgetPage(ref AddressSpace space, VirtAddr page)
    {
        if (space.Register == ActiveRegister)
        {
            _invalidations.IssuePage(page);
        }
        else
        {
            ProcessContexts.Forget(ref space);
        }
    }

    // Something changed about a page of a space.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NotePage(ref AddressSpace space, VirtAddr page)
    {
        if (space.Register == ActiveRegister)
        {
            _invalidations.AddPage(page);
        }
        else
        {
            ProcessContexts.Forget(ref space);
        }
    }

    private void NotePath(ref AddressSpace space, VirtAddr address)
    {
        if (space.Register == ActiveRegister)
        {
            _invalidations.AddPath(address);
        }
        else
        {
            ProcessContexts.Forget(ref space);
        }
    }

    private void NoteWhole(ref AddressSpace space)
    {
        if (space.Register == ActiveRegister)
        {
            _invalidations.AddWhole();
        }
        else
        {
            ProcessContexts.Forget(ref space);
        }
    }

    // An entry at this level may have been in the processor's caches, and is to be changed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoteEntry(ref AddressSpace space, VirtAddr address, PageEntry entry, int level)
    {
        if (entry.IsTable(level))
        {
            NoteWhole(ref space);
        }
        else if (entry.IsPresent)
        {
            NotePage(ref space, address);
        }
    }

    // An entry that has been overwritten points at nothing any more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void DisplaceEntry(PageEntry entry, int level)
    {
        if (!entry.IsPresent)
        {
            return;
        }

        if ((entry.Bits & PageEntry.Large) == 0)
        {
            Displace(entry.Target);
        }
        else
        {
            DisplaceBlocks(entry.Target, EntryWeight.OrderAt(level));
        }
    }

    private void DisplaceBlocks(Frame first, FrameOrder whole)
    {
        Frame frame = first;
        Frame end = first + whole.Frames;
        while (frame < end)
        {
            FrameOrder order = Machine.Record(frame).Order;
            Displace(frame);
            frame += order.Frames;
        }
    }

    // One entry fewer points at a frame, as soon as no processor can reach it by that entry.
    private void Displace(Frame frame)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        if (record.Cursor == ushort.MaxValue)
        {
            Conclude();
        }

        if (record.Cursor++ == 0)
        {
            record.Link = _displaced;
            _displaced = frame;
        }
    }

    // The pieces of a block are counted by themselves; what was displaced from it counts down before, while it is one.
    private void SplitBlock(Frame block, FrameOrder pieces)
    {
        if (Machine.Record(block).Cursor != 0)
        {
            Conclude();
        }

        FrameTable.Split(block, pieces);
    }

    // Invalidates what is to be, and lets go of what was displaced.
    private void Conclude()
    {
        if (!_invalidations.IsEmpty)
        {
            _invalidations.Issue(ProcessContexts.Flushing(ActiveRegister));
        }

        while (_displaced != Frame.None)
        {
            Frame frame = _displaced;
            ref FrameRecord record = ref Machine.Record(frame);
            _displaced = record.Link;
            record.Link = Frame.None;
            uint entries = record.Cursor;
            record.Cursor = 0;
            FrameTable.DropReferences(frame, entries);
            if (record.References == 0)
            {
                ReleaseUnreachable(frame, in record);
            }
        }
    }

    private void ReleaseUnreachable(Frame frame, ref readonly FrameRecord record)
    {
        if (record.Use == FrameUse.Table && record.Weight != EntryWeight.OfTable)
        {
            AddDying(frame);
        }
        else
        {
            Frames.Release(frame);
        }
    }
}
