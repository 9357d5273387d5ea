using System;
using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;

namespace Kernel.Tests.Host.Firmware;

/// <summary>One piece of damage to a structure in memory.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">Where, taken modulo the structure's length.</param>
/// <param name="Value">With what; for a flip, which bit.</param>
public sealed record Mutation(MutationKind Kind, int Place, ulong Value)
{
    private static readonly ulong[] s_values =
    [
        0, 1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 36, 0x400, 0x1000, 0x7000, 0x7100, 0x7400, 0x7FF8, 0x8000, 0x1_0000,
        0x9_FC00, 0x10_0000, 0x20_0000, 0x7FE_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF8, 0xFFFF_FFFF, 1UL << 32,
        (1UL << 52) - 1, 1UL << 52, 1UL << 63, ulong.MaxValue - 7, ulong.MaxValue,
    ];

    /// <summary>Any mutation; the values are those at which checks tend to go wrong.</summary>
    public static Gen<Mutation> Any =>
        from kind in Gen.Elements(Enum.GetValues<MutationKind>())
        from place in Gen.Choose(0, 0xFFFF)
        from value in Gen.Elements(s_values)
        from noise in Gen.Choose(0, 0xFF)
        select new Mutation(kind, place, kind is MutationKind.Flip or MutationKind.Byte ? (ulong)noise : value);

    /// <summary>The structure after it; shorter after a cut.</summary>
    public byte[] Apply(byte[] bytes)
    {
        if (bytes.Length < 8)
        {
            return bytes;
        }

        int place = Place % bytes.Length;
        switch (Kind)
        {
            case MutationKind.Flip:
                bytes[place] ^= (byte)(1 << (int)(Value % 8));
                return bytes;
            case MutationKind.Byte:
                bytes[place] = (byte)Value;
                return bytes;
            case MutationKind.Field32:
                place = Math.Min(place & ~3, bytes.Length - sizeof(uint));
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(place), (uint)Value);
                return bytes;
            case MutationKind.Field64:
                place = Math.Min(place & ~7, bytes.Length - sizeof(ulong));
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(place), Value);
                return bytes;
            default:
                return bytes[..place];
        }
    }
}
