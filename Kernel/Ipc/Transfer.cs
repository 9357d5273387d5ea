using System;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Ipc;

/// <summary>
/// Bytes from one address space into another: whole pages are lent where both sides have them at the same place in a
/// page, and the rest is copied. Both sides' buffers have been checked, so only memory can be lacking.
/// </summary>
internal static class Transfer
{
    /// <summary>Moves the bytes. Where memory runs out, what is in the target's buffer means nothing.</summary>
    internal static DeliveryOutcome Move(
        ref Core core, ref AddressSpace source, VirtAddr from, ref AddressSpace target, VirtAddr to, ByteCount length)
    {
        ulong page = Machine.Geometry.SizeAt(1).Value;
        var first = new ByteCount(Math.Min((page - from.Value) & (page - 1), length.Value));
        bool isCongruent = ((from.Value ^ to.Value) & (page - 1)) == 0;
        ulong pages = isCongruent ? Machine.Geometry.WholePages(length - first) : 0;
        var middle = new ByteCount(pages * page);
        if (pages == 0 || !TryLend(ref core, ref source, from + first, ref target, to + first, middle))
        {
            return Copy(ref core, ref source, from, ref target, to, length);
        }

        if (middle == length)
        {
            return DeliveryOutcome.Done;
        }

        DeliveryOutcome outcome = Copy(ref core, ref source, from, ref target, to, first);
        ByteCount done = first + middle;
        return outcome != DeliveryOutcome.Done
            ? outcome
            : Copy(ref core, ref source, from + done, ref target, to + done, length - done);
    }

    // Pages that the sender must not write would stay so at the receiver, who may write what it was sent.
    private static bool TryLend(
        ref Core core, ref AddressSpace source, VirtAddr from, ref AddressSpace target, VirtAddr to, ByteCount length)
    {
        if (PageRange.Decode(from, length, out PageRange range) != PagingError.None
            || !PagingManager.Allows(in source, from, length, PageRights.Write)
            || core.Memory.Lend(ref source, range, ref target, to, PageRights.Write) != PagingError.None)
        {
            return false;
        }

        core.PagesLent += Machine.Geometry.WholePages(length);
        return true;
    }

    private static DeliveryOutcome Copy(
        ref Core core, ref AddressSpace source, VirtAddr from, ref AddressSpace target, VirtAddr to, ByteCount length)
    {
        core.BytesCopied += length.Value;
        ulong page = Machine.Geometry.SizeAt(1).Value;
        Frame outOf = Frame.None;
        Frame into = Frame.None;
        PageCursor reading = default;
        PageCursor writing = default;
        while (length != ByteCount.Zero)
        {
            ulong fromOffset = from.Value & (page - 1);
            ulong toOffset = to.Value & (page - 1);

            // What has been reached stays where it is: neither side runs meanwhile, and each has its own entries.
            if (((into == Frame.None || toOffset == 0)
                    && core.Memory.TryReach(ref target, to, isWrite: true, ref writing, out into)
                        > FaultOutcome.StackGrown)
                || ((outOf == Frame.None || fromOffset == 0)
                    && core.Memory.TryReach(ref source, from, isWrite: false, ref reading, out outOf)
                        > FaultOutcome.StackGrown))
            {
                return DeliveryOutcome.OutOfMemory;
            }

            ulong room = page - Math.Max(fromOffset, toOffset);
            ulong count = Math.Min(length.Value, room);
            Machine.CopyBytes(into, (int)toOffset, outOf, (int)fromOffset, (int)count);
            var step = new ByteCount(count);
            from += step;
            to += step;
            length -= step;
        }

        return DeliveryOutcome.Done;
    }
}
