using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Kernel.Tests.Host.Loading;

/// <summary>
/// What docs/program-files.md says of programs once more, in another way: with numbers that have no end.
/// </summary>
internal sealed class NaiveElf(byte[] file)
{
    private static readonly BigInteger s_userEnd = 0x7FFF_FFFF_F000;

    /// <summary>The segments of a sound file; null where it is not sound.</summary>
    public IReadOnlyList<NaiveSegment>? Read()
    {
        if (file.Length < 64
            || !file.AsSpan(0, 8).SequenceEqual<byte>([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0])
            || Number(16, 8) != 0x1_003E_0002 || Number(48, 4) != 0 || Number(52, 4) != 0x38_0040
            || Number(56, 2) > 32 || Number(32, 8) + (Number(56, 2) * 56) > file.Length)
        {
            return null;
        }

        int[] headers = [.. Enumerable.Range(0, (int)Number(56, 2)).Select(i => (int)Number(32, 8) + (56 * i))];
        NaiveSegment[] all = [.. headers.Where(at => Number(at, 4) == 1).Select(SegmentAt)];
        NaiveSegment[] segments = [.. all.Where(static each => each.MemorySize != 0)];
        bool isSound = !headers.Any(IsForbidden)
            && headers.Count(at => Number(at, 4) == ElfPart.Symbols && Number(at + 32, 8) != 0) <= 1
            && all.All(static each => each.FileSize <= each.MemorySize)
            && segments.Length <= 8 && segments.All(IsSound)
            && segments.Zip(segments.Skip(1)).All(static pair => pair.First.EndPage <= pair.Second.StartPage)
            && segments.Any(each => (each.Flags & 1) != 0
                && Number(24, 8) >= each.Address && Number(24, 8) < each.Address + each.FileSize);
        return isSound ? segments : null;
    }

    private bool IsForbidden(int at) => (uint)Number(at, 4) switch
    {
        2 or 3 or 7 => true,
        0x6474_E551 => (Number(at + 4, 4) & 1) != 0,
        ElfPart.Symbols => Number(at + 8, 8) + Number(at + 32, 8) > file.Length,
        _ => false,
    };

    private bool IsSound(NaiveSegment each) =>
        (each.FileSize == 0 || each.Offset + each.FileSize <= file.Length)
        && (each.Alignment == 0
            || (each.Alignment.IsPowerOfTwo && (each.Offset - each.Address) % each.Alignment == 0))
        && each.Address >= 4096 && each.Address + each.MemorySize <= s_userEnd
        && each.Flags is >= 1 and <= 6 && (each.Flags & 3) != 3;

    private NaiveSegment SegmentAt(int at) => new(
        (uint)Number(at + 4, 4),
        Number(at + 8, 8),
        Number(at + 16, 8),
        Number(at + 32, 8),
        Number(at + 40, 8),
        Number(at + 48, 8));

    private BigInteger Number(int at, int size) => new(file.AsSpan(at, size), isUnsigned: true);
}
