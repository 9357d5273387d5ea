using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Ipc;

/// <summary>Handles in a message.</summary>
internal static class Gifts
{
    /// <summary>Whether all are the giver's own, and none that is moved is there twice.</summary>
    internal static bool AreValid(ref Task giver, in OutgoingMessage message)
    {
        for (int i = 0; i < message.Info.Handles; i++)
        {
            HandleGift gift = message.GiftAt(i);
            if (!giver.Handles.Contains(gift.Handle.Value))
            {
                return false;
            }

            for (int earlier = 0; earlier < i; earlier++)
            {
                HandleGift other = message.GiftAt(earlier);
                if (other.Handle.Value == gift.Handle.Value && (other.IsMoved || gift.IsMoved))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Gives the receiver, who has room for them, handles of its own; those of the giver that are moved are closed. The
    /// first two of the new ones go into <paramref name="first"/>, the others into <paramref name="second"/>.
    /// </summary>
    internal static void Give(
        ref Task giver, in OutgoingMessage message, ref Task receiver, out ulong first, out ulong second)
    {
        first = 0;
        second = 0;
        for (int i = 0; i < message.Info.Handles; i++)
        {
            HandleGift gift = message.GiftAt(i);
            Handle given = receiver.Handles.Copy(in giver.Handles.At(gift.Handle.Value), receiver.Priority);
            ulong placed = (ulong)given.Value << (32 * (i & 1));
            first += i < 2 ? placed : 0;
            second += i < 2 ? 0 : placed;
            if (gift.IsMoved)
            {
                giver.Handles.Remove(gift.Handle);
            }
        }
    }
}
