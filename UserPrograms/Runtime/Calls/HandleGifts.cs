using Kernel.Abi;

namespace UserPrograms;

/// <summary>Up to four handles to send along.</summary>
/// <param name="Lower">The first, in the lower half, and the second.</param>
/// <param name="Upper">The third and the fourth.</param>
/// <param name="Count">How many they are.</param>
public readonly record struct HandleGifts(ulong Lower, ulong Upper, int Count)
{
    /// <summary>One handle.</summary>
    public HandleGifts(HandleGift first)
        : this(first.Value, 0, 1)
    {
    }

    /// <summary>Two handles.</summary>
    public HandleGifts(HandleGift first, HandleGift second)
        : this(first.Value | (ulong)second.Value << 32, 0, 2)
    {
    }

    /// <summary>None.</summary>
    public static HandleGifts None => default;

    /// <summary>These and another one; the fifth is left out.</summary>
    public HandleGifts With(HandleGift next)
    {
        ulong shifted = (ulong)next.Value << (Count % 2 * 32);
        return Count switch
        {
            0 or 1 => new HandleGifts(Lower | shifted, Upper, Count + 1),
            2 or 3 => new HandleGifts(Lower, Upper | shifted, Count + 1),
            _ => this,
        };
    }

    /// <summary>A handle to give and to keep.</summary>
    public static HandleGifts Copy(Handle handle) => new(new HandleGift(handle, isMoved: false));

    /// <summary>A handle to give away.</summary>
    public static HandleGifts Move(Handle handle) => new(new HandleGift(handle, isMoved: true));
}
