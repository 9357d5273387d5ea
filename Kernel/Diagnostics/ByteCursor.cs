using System;

namespace Kernel.Diagnostics;

/// <summary>A place in a run of bytes that moves on as they are read, and never past the end.</summary>
internal ref struct ByteCursor
{
    private const int PayloadBits = 7;
    private const int MaxShift = 28;
    private const byte Continues = 0x80;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    /// <summary>A cursor at the first byte.</summary>
    public ByteCursor(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Nothing is left.</summary>
    public readonly bool AtEnd => _position >= _bytes.Length;

    /// <summary>A cursor at a position counted from the first byte; false where that lies beyond the end.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> bytes, uint position, out ByteCursor cursor)
    {
        bool inside = position <= (uint)bytes.Length;
        cursor = inside ? new ByteCursor(bytes[(int)position..]) : default;
        return inside;
    }

    /// <summary>Reads one byte.</summary>
    public bool TryReadByte(out byte value)
    {
        if (AtEnd)
        {
            value = 0;
            return false;
        }

        value = _bytes[_position++];
        return true;
    }

    /// <summary>
    /// Reads an unsigned LEB128 number (DWARF 5, 7.6); false where it ends early or does not fit 32 bits.
    /// </summary>
    public bool TryReadVarint(out uint value)
    {
        value = 0;
        for (int shift = 0; shift <= MaxShift && TryReadByte(out byte next); shift += PayloadBits)
        {
            uint payload = next & (Continues - 1u);
            if (payload > uint.MaxValue >> shift)
            {
                return false;
            }

            value |= payload << shift;
            if (next < Continues)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a length and then so many bytes.</summary>
    public bool TryReadBlock(out ReadOnlySpan<byte> block)
    {
        if (!TryReadVarint(out uint length) || length > (uint)(_bytes.Length - _position))
        {
            block = default;
            return false;
        }

        block = _bytes.Slice(_position, (int)length);
        _position += (int)length;
        return true;
    }
}
