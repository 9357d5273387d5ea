using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Ipc;

/// <summary>
/// The data of a message without handles for somebody who waits: pages or bytes, where nothing is wrong with either
/// side's buffer and memory does not run out. It goes along with <see cref="QuickRendezvous"/>.
/// </summary>
internal static class QuickData
{
    /// <summary>
    /// Moves so many bytes, or as many as the receiver has room for. False where the general way has to say what is
    /// wrong: nothing has changed then that is not the receiver's buffer.
    /// </summary>
    internal static bool TryMove(ref Core core, TaskSlot from, TaskSlot to, ByteCount length)
    {
        ref Task sender = ref from.Task;
        ref Task receiver = ref to.Task;
        var data = new VirtAddr(sender.Registers.Data);
        if (length <= receiver.IncomingCapacity
            && core.Memory.TryLendOver(ref sender.Space, data, ref receiver.Space, receiver.IncomingStart, length))
        {
            core.PagesLent += Machine.Geometry.WholePages(length);
            return true;
        }

        return PagingManager.Allows(in sender.Space, data, length, PageRights.Read)
            && Rendezvous.Deposit(ref core, ref sender.Space, data, ref receiver, length) == DeliveryOutcome.Done;
    }
}
