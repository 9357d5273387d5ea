using System;
using System.Linq;
using Kernel.Machines;
using Kernel.Simulation;

namespace Kernel.Tests.Host.Simulation;

/// <summary>
/// A walk as one would do it on paper: the address and the entries are strings of ones and zeros, highest bit first,
/// and each level eats its part of the address.
/// </summary>
internal sealed class NaiveWalk(Geometry geometry, PagingControls controls, Func<ulong, ulong, ulong> read)
{
    /// <summary>The physical address, or the error code that the access gets.</summary>
    public (bool IsFault, ulong Value) Run(ulong root, ulong address, AccessKind kind, Ring ring, bool ac)
    {
        string translated = Bits(address)[^geometry.AddressBits..];
        return Step(root, geometry.Levels, translated, user: true, writable: true, disabled: false, kind, ring, ac);
    }

    private (bool IsFault, ulong Value) Step(
        ulong table, int level, string rest, bool user, bool writable, bool disabled,
        AccessKind kind, Ring ring, bool ac)
    {
        string entry = Bits(read(table, Number(rest[..geometry.IndexBits])));
        rest = rest[geometry.IndexBits..];
        if (Bit(entry, 0) == '0')
        {
            return (true, NaiveRules.ErrorCode(isPresent: false, isReserved: false, kind, ring, controls));
        }

        bool isPage = level == 1 || Bit(entry, 7) == '1';
        if (IsReserved(entry, level, isPage, rest.Length))
        {
            return (true, NaiveRules.ErrorCode(isPresent: true, isReserved: true, kind, ring, controls));
        }

        writable &= Bit(entry, 1) == '1';
        user &= Bit(entry, 2) == '1';
        disabled |= Bit(entry, 63) == '1';
        if (!isPage)
        {
            ulong below = Number(Field(entry, 51, 12));
            return Step(below, level - 1, rest, user, writable, disabled, kind, ring, ac);
        }

        return NaiveRules.IsAllowed(user, writable, disabled, kind, ring, ac, controls)
            ? (false, Place(entry, rest))
            : (true, NaiveRules.ErrorCode(isPresent: true, isReserved: false, kind, ring, controls));
    }

    private bool IsReserved(string entry, int level, bool isPage, int restLength)
    {
        bool tooHigh = controls.PhysicalBits < 52 && Field(entry, 51, controls.PhysicalBits).Contains('1');
        bool executeDisable = !controls.NoExecute && Bit(entry, 63) == '1';
        bool pageSize = Bit(entry, 7) == '1' && (level >= 4 || (level == 3 && !controls.LevelThreePages));
        int frameBits = restLength - geometry.PageBits;
        bool misaligned = isPage && frameBits >= 2 && Field(entry, 12 + frameBits - 1, 13).Contains('1');
        return tooHigh || executeDisable || pageSize || misaligned;
    }

    // The frame's number, its low bits taken from the address, and the offset in the small page.
    private ulong Place(string entry, string rest)
    {
        int frameBits = rest.Length - geometry.PageBits;
        string frame = Field(entry, 51, 12)[..^frameBits] + rest[..frameBits];
        return (Number(frame) << 12) + Number(rest[frameBits..]);
    }

    private static string Bits(ulong value) =>
        string.Concat(Enumerable.Range(0, 64).Select(n => (value & (1UL << (63 - n))) != 0 ? '1' : '0'));

    private static char Bit(string word, int number) => word[63 - number];

    private static string Field(string word, int high, int low) => word[(63 - high)..(64 - low)];

    private static ulong Number(string bits) =>
        bits.Aggregate(0UL, static (sum, bit) => (sum * 2) + (bit == '1' ? 1u : 0));
}
