using System;
using System.Buffers.Binary;
using System.Text;

namespace Symbols;

/// <summary>
/// Reads little-endian data from front to back; every read past the end is a <see cref="SymbolsException"/>.
/// </summary>
internal ref struct ByteReader
{
    private const int PayloadBits = 7;
    private const int PayloadMask = 0x7F;
    private const int SignBit = 0x40;
    private const int MaxShift = 63;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _what;

    /// <summary>A reader at the first byte; <paramref name="what"/> names the data in messages.</summary>
    public ByteReader(ReadOnlySpan<byte> bytes, string what)
    {
        _bytes = bytes;
        _what = what;
    }

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Nothing is left.</summary>
    public readonly bool AtEnd => Position >= _bytes.Length;

    /// <summary>Bytes that are left.</summary>
    public readonly int Remaining => _bytes.Length - Position;

    /// <summary>Reads so many bytes.</summary>
    public ReadOnlySpan<byte> Bytes(ulong count)
    {
        if (count > (ulong)Remaining)
        {
            throw new SymbolsException(
                $"{_what}: {count:#,0} bytes at offset {Position:#,0} reach past its end at {_bytes.Length:#,0}");
        }

        ReadOnlySpan<byte> run = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return run;
    }

    /// <summary>Goes to an offset from the first byte.</summary>
    public void Seek(ulong position)
    {
        Position = 0;
        _ = Bytes(position);
    }

    /// <summary>Reads one byte.</summary>
    public byte U8() => Bytes(sizeof(byte))[0];

    /// <summary>Reads two bytes.</summary>
    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(sizeof(ushort)));

    /// <summary>Reads four bytes.</summary>
    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(sizeof(uint)));

    /// <summary>Reads eight bytes.</summary>
    public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(sizeof(ulong)));

    /// <summary>Reads an unsigned LEB128 number (DWARF 5, 7.6).</summary>
    public ulong Uleb()
    {
        ulong value = 0;
        for (int shift = 0; shift <= MaxShift; shift += PayloadBits)
        {
            byte next = U8();
            value |= (ulong)(next & PayloadMask) << shift;
            if (next <= PayloadMask)
            {
                return value;
            }
        }

        throw new SymbolsException($"{_what}: the number that ends at offset {Position:#,0} does not fit 64 bits");
    }

    /// <summary>Reads a signed LEB128 number (DWARF 5, 7.6).</summary>
    public long Sleb()
    {
        int start = Position;
        ulong value = Uleb();
        int bits = (Position - start) * PayloadBits;
        bool negative = (_bytes[Position - 1] & SignBit) != 0;
        return negative && bits <= MaxShift ? (long)(value | (ulong.MaxValue << bits)) : (long)value;
    }

    /// <summary>Reads UTF-8 text up to a zero byte.</summary>
    public string Text()
    {
        int length = _bytes[Position..].IndexOf((byte)0);
        if (length < 0)
        {
            throw new SymbolsException($"{_what}: the text at offset {Position:#,0} has no end");
        }

        string text = Encoding.UTF8.GetString(Bytes((ulong)length));
        _ = U8();
        return text;
    }
}
