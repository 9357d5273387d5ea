using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

/// <summary>
/// memmove, memset and memcmp. The compiler calls the first three for large copies and clears, by these names.
/// Assigning a 64-byte struct is four SSE2 loads and stores: the shortest way that every x86-64 processor has.
/// </summary>
internal static class SpanHelpers
{
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct Block64
    {
    }

    // One body for all copies: which way to go is no business of each caller's code.
    /// <summary>Copies bytes; the two runs may overlap.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Memmove(ref byte destination, ref byte source, nuint length)
    {
        // Unsigned: also true where the destination lies before the source.
        if ((nuint)Unsafe.ByteOffset(ref source, ref destination) >= length)
        {
            CopyForward(ref destination, ref source, length);
        }
        else
        {
            CopyBackward(ref destination, ref source, length);
        }
    }

    /// <summary>Sets bytes to zero.</summary>
    internal static void ClearWithoutReferences(ref byte destination, nuint length)
    {
        nuint at = 0;
        for (; length - at >= 256; at += 256)
        {
            ref byte to = ref Unsafe.AddByteOffset(ref destination, at);
            Clear64(ref to, 0);
            Clear64(ref to, 64);
            Clear64(ref to, 128);
            Clear64(ref to, 192);
        }

        for (; length - at >= 64; at += 64)
        {
            Clear64(ref destination, at);
        }

        for (; length - at >= 8; at += 8)
        {
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref destination, at), 0UL);
        }

        for (; at < length; at++)
        {
            Unsafe.AddByteOffset(ref destination, at) = 0;
        }
    }

    /// <summary>Sets bytes to <paramref name="value"/>.</summary>
    internal static void Fill(ref byte destination, byte value, nuint length)
    {
        ulong eight = value * 0x0101_0101_0101_0101UL;
        nuint at = 0;
        for (; length - at >= 8; at += 8)
        {
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref destination, at), eight);
        }

        for (; at < length; at++)
        {
            Unsafe.AddByteOffset(ref destination, at) = value;
        }
    }

    /// <summary>Zero where all bytes are equal, else the sign of the first difference.</summary>
    internal static int Compare(ref byte left, ref byte right, nuint length)
    {
        nuint at = 0;
        while (length - at >= 8
            && Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref left, at))
            == Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref right, at)))
        {
            at += 8;
        }

        for (; at < length; at++)
        {
            int difference = Unsafe.AddByteOffset(ref left, at) - Unsafe.AddByteOffset(ref right, at);
            if (difference != 0)
            {
                return difference;
            }
        }

        return 0;
    }

    // Each load comes before the store that could overwrite what later loads want: right wherever the
    // destination lies before the source.
    private static void CopyForward(ref byte destination, ref byte source, nuint length)
    {
        nuint at = 0;
        for (; length - at >= 256; at += 256)
        {
            ref byte to = ref Unsafe.AddByteOffset(ref destination, at);
            ref byte from = ref Unsafe.AddByteOffset(ref source, at);
            Copy64(ref to, ref from, 0);
            Copy64(ref to, ref from, 64);
            Copy64(ref to, ref from, 128);
            Copy64(ref to, ref from, 192);
        }

        for (; length - at >= 64; at += 64)
        {
            Copy64(ref destination, ref source, at);
        }

        for (; length - at >= 8; at += 8)
        {
            Unsafe.WriteUnaligned(
                ref Unsafe.AddByteOffset(ref destination, at),
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref source, at)));
        }

        for (; at < length; at++)
        {
            Unsafe.AddByteOffset(ref destination, at) = Unsafe.AddByteOffset(ref source, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy64(ref byte destination, ref byte source, nuint at) =>
        Unsafe.As<byte, Block64>(ref Unsafe.AddByteOffset(ref destination, at)) =
            Unsafe.As<byte, Block64>(ref Unsafe.AddByteOffset(ref source, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear64(ref byte destination, nuint at) =>
        Unsafe.As<byte, Block64>(ref Unsafe.AddByteOffset(ref destination, at)) = default;

    private static void CopyBackward(ref byte destination, ref byte source, nuint length)
    {
        nuint left = length;
        while (left >= 8)
        {
            left -= 8;
            Unsafe.WriteUnaligned(
                ref Unsafe.AddByteOffset(ref destination, left),
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref source, left)));
        }

        while (left > 0)
        {
            left--;
            Unsafe.AddByteOffset(ref destination, left) = Unsafe.AddByteOffset(ref source, left);
        }
    }
}
