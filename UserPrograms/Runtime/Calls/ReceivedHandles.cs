using Kernel.Abi;

namespace UserPrograms;

/// <summary>Up to four handles that came with a message, or with the program's start.</summary>
/// <param name="Lower">The first, in the lower half, and the second.</param>
/// <param name="Upper">The third and the fourth.</param>
public readonly record struct ReceivedHandles(ulong Lower, ulong Upper)
{
    /// <summary>One of them, from 0 to 3; none where there are fewer.</summary>
    public Handle this[int index]
    {
        get
        {
            ulong pair = index < 2 ? Lower : Upper;
            return new Handle((uint)(pair >> (index % 2 * 32)));
        }
    }
}
