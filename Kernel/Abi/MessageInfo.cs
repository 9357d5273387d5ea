namespace Kernel.Abi;

/// <summary>What a message is, in one register.</summary>
/// <param name="Bits">
/// Bits 47 to 0: the length in bytes. Bits 58 to 56: the number of handles, up to
/// <see cref="HandleGift.MostPerMessage"/>. All others are zero.
/// </param>
public readonly record struct MessageInfo(ulong Bits)
{
    /// <summary>
    /// The bytes of a short message: up to so many travel in XMM0 and XMM1, and no memory is looked at.
    /// </summary>
    public const int ShortBytes = 32;

    /// <summary>The bits of the length.</summary>
    public const ulong LengthMask = (1UL << 48) - 1;

    /// <summary>What is in the bits for each handle.</summary>
    public const ulong OneHandle = 1UL << HandlesShift;

    private const int HandlesShift = 56;

    /// <summary>A message of so many bytes, with so many handles.</summary>
    public MessageInfo(ulong length, int handles)
        : this(length | (ulong)(uint)handles << HandlesShift)
    {
    }

    /// <summary>The length in bytes: the true one, also where less was delivered.</summary>
    public ulong Length => Bits & LengthMask;

    /// <summary>How many handles come with it.</summary>
    public int Handles => (int)(Bits >> HandlesShift);

    /// <summary>Whether it is all in registers: short, and without handles.</summary>
    public bool IsShort => Bits <= ShortBytes;

    /// <summary>Whether the bits are a message's.</summary>
    public bool IsValid => (Bits & ~(LengthMask | 7UL << HandlesShift)) == 0 && Handles <= HandleGift.MostPerMessage;
}
