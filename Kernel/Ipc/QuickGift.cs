using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;

namespace Kernel.Ipc;

/// <summary>
/// A handle in a short message, as most handles travel: one alone, for a task that has not ended. It goes along with
/// <see cref="QuickRendezvous"/>, and ends as <see cref="Gifts"/> would have it.
/// A gift is a <see cref="HandleGift"/>'s value here: the compiler makes better code of numbers.
/// </summary>
internal static class QuickGift
{
    /// <summary>Whether a message is short, and has one handle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsOne(ulong info) => info - MessageInfo.OneHandle <= MessageInfo.ShortBytes;

    /// <summary>Whether the handle is the giver's own, its task lives, and the receiver has room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool CanGive(TaskSlot giver, TaskSlot receiver, uint gift)
    {
        ref readonly HandleEntry entry = ref giver.EntryOf(gift);
        return entry.Key == (gift & ~HandleGift.Moved) && entry.Mark != HandleMark.EndedChild
            && entry.Task.Record.Use == FrameUse.Task && entry.Task.Task.Serial == entry.Serial
            && receiver.Task.Handles.FreeCount != 0;
    }

    /// <summary>Gives it: the receiver's handle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Give(TaskSlot giver, TaskSlot receiver, uint gift)
    {
        uint given = receiver.Task.Handles.CopyAlive(in giver.EntryOf(gift), receiver.Task.Priority);
        if ((gift & HandleGift.Moved) != 0)
        {
            giver.Task.Handles.Remove(gift);
        }

        return given;
    }
}
