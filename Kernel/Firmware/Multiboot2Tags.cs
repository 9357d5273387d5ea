using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>The way through the tags of a multiboot2 information (multiboot2 2.0, 3.6.1 and 3.6.2).</summary>
/// <param name="bytes">All bytes from the first tag up to the information's end.</param>
/// <param name="start">Where the first tag lies.</param>
internal ref struct Multiboot2Tags(ReadOnlySpan<byte> bytes, PhysAddr start)
{
    private const int HeaderSize = 8;

    private ReadOnlySpan<byte> _rest = bytes;
    private PhysAddr _next = start;

    /// <summary>What the current tag is.</summary>
    public Multiboot2TagType Type { get; private set; }

    /// <summary>What follows the current tag's type and size.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>Where the current tag lies, also when it is the damaged one.</summary>
    public PhysAddr Where { get; private set; }

    /// <summary>Where <see cref="Body"/> lies.</summary>
    public readonly PhysAddr BodyStart => Where + new ByteCount(HeaderSize);

    /// <summary>Goes on to the next tag; with a fault there is none.</summary>
    public BootFault MoveNext()
    {
        Where = _next;
        if (_rest.Length < HeaderSize)
        {
            return BootFault.TagEndMissing;
        }

        Type = (Multiboot2TagType)BinaryPrimitives.ReadUInt32LittleEndian(_rest);
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(_rest[4..]);
        if (size < HeaderSize)
        {
            return BootFault.TagSize;
        }

        if (size > (uint)_rest.Length)
        {
            return BootFault.TagOverrun;
        }

        Body = _rest[HeaderSize..(int)size];
        Skip((int)size);
        return BootFault.None;
    }

    // Tags start at multiples of 8 bytes; the padding behind the last one may be cut off.
    private void Skip(int size)
    {
        int padded = (size + 7) & ~7;
        padded = padded < _rest.Length ? padded : _rest.Length;
        _rest = _rest[padded..];
        _next += new ByteCount((ulong)padded);
    }
}
