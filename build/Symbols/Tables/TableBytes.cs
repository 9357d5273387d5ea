using System.Collections.Generic;
using System.Text;

namespace Symbols.Tables;

/// <summary>Bytes of a symbol table that grow at the end.</summary>
internal sealed class TableBytes
{
    private const int PayloadBits = 7;
    private const byte Continues = 0x80;
    private readonly List<byte> _bytes = [];

    /// <summary>Where the next byte goes.</summary>
    public int Count => _bytes.Count;

    /// <summary>Adds one byte.</summary>
    public void AddByte(byte value) => _bytes.Add(value);

    /// <summary>Adds an unsigned LEB128 number.</summary>
    public void AddVarint(uint value)
    {
        for (; value >= Continues; value >>= PayloadBits)
        {
            _bytes.Add((byte)(value | Continues));
        }

        _bytes.Add((byte)value);
    }

    /// <summary>Adds a length and then so many bytes.</summary>
    public void AddBlock(byte[] block)
    {
        AddVarint((uint)block.Length);
        _bytes.AddRange(block);
    }

    /// <summary>Adds a length in bytes and then UTF-8 text.</summary>
    public void AddText(string text) => AddBlock(Encoding.UTF8.GetBytes(text));

    /// <summary>All bytes.</summary>
    public byte[] ToArray() => [.. _bytes];
}
