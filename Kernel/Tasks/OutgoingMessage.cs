using Kernel.Abi;
using Kernel.Units;

namespace Kernel.Tasks;

/// <summary>A message on its way, as its sender described it.</summary>
/// <param name="Info">Its length and the number of its handles.</param>
/// <param name="Data">Where the sender has it; means nothing for a short one.</param>
/// <param name="Gifts01">The first two handles.</param>
/// <param name="Gifts23">The last two.</param>
internal readonly record struct OutgoingMessage(MessageInfo Info, VirtAddr Data, ulong Gifts01, ulong Gifts23)
{
    /// <summary>A handle of the message's, 0 to 3.</summary>
    internal HandleGift GiftAt(int index) => new((uint)((index < 2 ? Gifts01 : Gifts23) >> (32 * (index & 1))));
}
