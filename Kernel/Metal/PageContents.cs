using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>
/// The 4 KiB of a page, or some of them, 16 bytes an instruction: as few instructions as the compiler can be brought to. A trap entry
/// need not save more of the vector registers for these than XMM0 to XMM3; they use the first.
/// </summary>
/// <remarks>
/// Offsets are parameters of their own because the compiler then puts each sum into the instruction's address. The
/// loops are as long as 1 KiB of code or less allows.
/// </remarks>
internal static unsafe class PageContents
{
    private const int Bytes = 1 << Frame.Shift;
    private const int FilledBytes = Bytes / 2;
    private const int CopiedBytes = Bytes / 4;

    /// <summary>Fills the page at an address, a multiple of 4,096, with zeros.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Clear(ulong at)
    {
        *(Vector128<byte>*)at = default;

        // Read back, because a zero that the compiler knows it makes anew for every other store.
        Fill(at, *(Vector128<byte>*)at);
    }

    /// <summary>Fills the page at an address, a multiple of 4,096, with a pattern.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Fill(ulong at, ulong pattern)
    {
        ((ulong*)at)[0] = pattern;
        ((ulong*)at)[1] = pattern;
        Fill(at, *(Vector128<byte>*)at);
    }

    /// <summary>Copies the page at one address to the page at another, both multiples of 4,096.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Copy(ulong to, ulong from)
    {
        ulong end = to + Bytes;
        ulong distance = from - to;
        do
        {
            ulong source = to + distance;
            Copy256(to, source, 0);
            Copy256(to, source, 256);
            Copy256(to, source, 512);
            Copy256(to, source, 768);
            to += CopiedBytes;
        }
        while (to != end);
    }

    /// <summary>Copies bytes of one page, at least one, to another page, from and to any address.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void CopyBytes(ulong to, ulong from, ulong count)
    {
        ulong end = to + count;
        ulong distance = from - to;
        for (; end - to >= CopiedBytes; to += CopiedBytes)
        {
            ulong source = to + distance;
            Copy256(to, source, 0);
            Copy256(to, source, 256);
            Copy256(to, source, 512);
            Copy256(to, source, 768);
        }

        for (; end - to >= (ulong)sizeof(Line); to += (ulong)sizeof(Line))
        {
            *(Line*)to = *(Line*)(to + distance);
        }

        for (; end - to >= sizeof(ulong); to += sizeof(ulong))
        {
            *(ulong*)to = *(ulong*)(to + distance);
        }

        for (; to != end; to++)
        {
            *(byte*)to = *(byte*)(to + distance);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fill(ulong at, Vector128<byte> sixteen)
    {
        ulong end = at + Bytes;
        do
        {
            Fill512(at, 0, sixteen);
            Fill512(at, 512, sixteen);
            Fill512(at, 1024, sixteen);
            Fill512(at, 1536, sixteen);
            at += FilledBytes;
        }
        while (at != end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fill512(ulong at, uint offset, Vector128<byte> sixteen)
    {
        Fill128(at, offset, sixteen);
        Fill128(at, offset + 128, sixteen);
        Fill128(at, offset + 256, sixteen);
        Fill128(at, offset + 384, sixteen);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fill128(ulong at, uint offset, Vector128<byte> sixteen)
    {
        *(Vector128<byte>*)(at + offset) = sixteen;
        *(Vector128<byte>*)(at + offset + 16) = sixteen;
        *(Vector128<byte>*)(at + offset + 32) = sixteen;
        *(Vector128<byte>*)(at + offset + 48) = sixteen;
        *(Vector128<byte>*)(at + offset + 64) = sixteen;
        *(Vector128<byte>*)(at + offset + 80) = sixteen;
        *(Vector128<byte>*)(at + offset + 96) = sixteen;
        *(Vector128<byte>*)(at + offset + 112) = sixteen;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy256(ulong to, ulong from, uint offset)
    {
        *(Line*)(to + offset) = *(Line*)(from + offset);
        *(Line*)(to + offset + 64) = *(Line*)(from + offset + 64);
        *(Line*)(to + offset + 128) = *(Line*)(from + offset + 128);
        *(Line*)(to + offset + 192) = *(Line*)(from + offset + 192);
    }

    // The largest that the compiler copies with SSE2 without a loop of its own.
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct Line;
}
