using System;
using System.Numerics;

namespace Kernel.Tests.Host.Loading;

/// <summary>A segment as a program header tells it, in numbers that cannot wrap round.</summary>
internal sealed record NaiveSegment(
    uint Flags, BigInteger Offset, BigInteger Address, BigInteger FileSize, BigInteger MemorySize, BigInteger Alignment)
{
    public BigInteger StartPage => Address / 4096;

    /// <summary>The page behind the last.</summary>
    public BigInteger EndPage => (Address + MemorySize + 4095) / 4096;

    /// <summary>What a page that it has bytes of the file for holds at the start.</summary>
    public byte[] ContentsOf(byte[] file, BigInteger page)
    {
        byte[] contents = new byte[4096];
        BigInteger start = BigInteger.Max(page * 4096, Address);
        BigInteger end = BigInteger.Min((page + 1) * 4096, Address + FileSize);
        file.AsSpan((int)(Offset + (start - Address)), (int)(end - start)).CopyTo(contents.AsSpan((int)(start % 4096)));
        return contents;
    }
}
