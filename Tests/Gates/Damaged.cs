using System.Buffers.Binary;
using System.Linq;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>Copies of the built kernel with something wrong, which a gate must find.</summary>
internal static class Damaged
{
    /// <summary>p_type in a program header (System V ABI, chapter 5).</summary>
    public const int TypeField = 0;

    /// <summary>p_flags.</summary>
    public const int AccessField = 4;

    /// <summary>p_filesz.</summary>
    public const int FileSizeField = 32;

    /// <summary>p_memsz.</summary>
    public const int MemorySizeField = 40;

    private const int SegmentsAtField = 32;
    private const int SegmentSize = 56;

    /// <summary>One byte is another.</summary>
    public static ElfImage At(int position, byte value)
    {
        byte[] bytes = BuiltKernel.Image.Bytes.ToArray();
        Assert.NotEqual(value, bytes[position]);
        bytes[position] = value;
        return ElfImage.Parse(bytes);
    }

    /// <summary>One byte of the program header of the segment that a section is loaded with is another.</summary>
    public static ElfImage Segment(string section, int field, byte value)
    {
        ElfImage image = BuiltKernel.Image;
        ulong address = image.FindSection(section)!.Address;
        ElfSegment segment = image.Segments.Single(each => each.Type == ElfSegment.Load
            && address >= each.Address && address < each.Address + each.MemorySize);
        var table = (int)BinaryPrimitives.ReadUInt64LittleEndian(image.Bytes[SegmentsAtField..]);
        return At(table + (image.Segments.IndexOf(segment) * SegmentSize) + field, value);
    }
}
