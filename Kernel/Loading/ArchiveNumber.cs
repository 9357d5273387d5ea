using System;
using System.Buffers.Binary;

namespace Kernel.Loading;

/// <summary>The numbers in an archive's headers: eight hexadecimal digits each, in either case.</summary>
internal static class ArchiveNumber
{
    private const int MagicLength = 6;
    private const int Digits = 8;

    /// <summary>Where a field of the header at <paramref name="start"/> lies.</summary>
    public static ulong PositionOf(ArchiveField field, uint start) =>
        start + MagicLength + ((ulong)(field - ArchiveField.Inode) * Digits);

    /// <summary>Reads a field; 0 where it is cut off or has another character than digits.</summary>
    public static ArchiveFault TryRead(ReadOnlySpan<byte> archive, uint start, ArchiveField field, out uint value)
    {
        value = 0;
        ulong position = PositionOf(field, start);
        if (position + Digits > (ulong)archive.Length)
        {
            return ArchiveFault.CutOff;
        }

        return TryDecode(BinaryPrimitives.ReadUInt64LittleEndian(archive.Slice((int)position, Digits)), out value)
            ? ArchiveFault.None
            : ArchiveFault.NotHexadecimal;
    }

    // All eight at once, the first in the lowest byte: an archive has thirteen such numbers for each file, and they are
    // most of what its check costs.
    private static bool TryDecode(ulong characters, out uint value)
    {
        const ulong ones = 0x0101_0101_0101_0101;
        const ulong lowHalves = 0x0F * ones;
        ulong letters = (characters >> 6) & ones;
        ulong digits = (characters & lowHalves) + (letters * 9);

        // Bit 5 is the case of a letter. A digit has 3 in its upper half and is no more than 9, a letter has 4 and is no
        // less than 10; none is more than 15.
        ulong upperHalves = characters & ~(letters << 5) & ~lowHalves;
        bool isRight = upperHalves == ((3 * ones) + letters) << 4
            && (((digits + (6 * ones)) >> 4) & ones) == letters
            && (digits & ~lowHalves) == 0;
        value = isRight ? Join(digits) : 0;
        return isRight;
    }

    // Bytes of four bits each to pairs, pairs to fours, fours to one number; the first is the highest.
    private static uint Join(ulong digits)
    {
        ulong pairs = ((digits << 4) | (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
        ulong fours = ((pairs << 8) | (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
        return (uint)((fours << 16) | (fours >> 32));
    }
}
