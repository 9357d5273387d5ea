using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>
/// A copy of a text that the loader left: a command line or a name. A text that does not fit is refused, not cut:
/// a cut command line would silently lack its last options.
/// </summary>
public struct BootText
{
    /// <summary>The most bytes that a text may take, its terminating zero included.</summary>
    public const int Capacity = 1024;

    private TextSlots _bytes;
    private int _length;

    /// <summary>The text without its terminating zero; empty when there was none.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Bytes => ((ReadOnlySpan<byte>)_bytes)[.._length];

    // Copies first and looks for the end in the copy, so that the text cannot change between the two.
    internal BootFault CopyFrom(ReadOnlySpan<byte> source)
    {
        bool isLong = source.Length > Capacity;
        ReadOnlySpan<byte> head = isLong ? source[..Capacity] : source;
        Span<byte> copy = ((Span<byte>)_bytes)[..head.Length];
        head.CopyTo(copy);
        int length = copy.IndexOf((byte)0);
        _length = length < 0 ? 0 : length;
        return length >= 0 ? BootFault.None : isLong ? BootFault.TextTooLong : BootFault.TextUnterminated;
    }

    // Byte by byte: the text may end just before memory that cannot be read.
    internal BootFault CopyFrom(PhysAddr source)
    {
        _length = 0;
        for (int i = 0; i < Capacity; i++)
        {
            PhysAddr at = source + new ByteCount((ulong)i);
            if (at >= PhysAddr.Limit || !Machine.TryReadPhysical(at, 1, out ReadOnlySpan<byte> next))
            {
                return BootFault.TextUnreadable;
            }

            byte value = next[0];
            if (value == 0)
            {
                _length = i;
                return BootFault.None;
            }

            _bytes[i] = value;
        }

        return BootFault.TextTooLong;
    }

    [InlineArray(Capacity)]
    private struct TextSlots
    {
        private byte _first;
    }
}
