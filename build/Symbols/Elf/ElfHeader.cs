using System;

namespace Symbols.Elf;

/// <summary>Where an ELF file's tables are (System V ABI, chapter 4, "ELF Header").</summary>
internal readonly record struct ElfHeader(
    ulong Entry, ulong SegmentsAt, int SegmentCount, ulong SectionsAt, int SectionCount, int NamesSection)
{
    /// <summary>The size of a program header.</summary>
    public const int SegmentSize = 56;

    /// <summary>The size of a section header.</summary>
    public const int SectionSize = 64;

    /// <summary>The size of the header itself.</summary>
    public const int Size = 64;

    private const uint Magic = 0x464C_457F;
    private const byte Class64 = 2;
    private const byte LittleEndian = 1;
    private const ushort MachineX64 = 62;
    private const ulong IdentitySize = 16;
    private const ulong VersionSize = 4;
    private const ulong FlagsAndSize = 6;

    /// <summary>Reads and checks the header.</summary>
    public static ElfHeader Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes, "the ELF header");
        Require(reader.U32() == Magic, "not an ELF file");
        Require(reader.U8() == Class64, "not a 64-bit ELF file");
        Require(reader.U8() == LittleEndian, "not a little-endian ELF file");
        reader.Seek(IdentitySize);
        _ = reader.U16();
        Require(reader.U16() == MachineX64, "not an ELF file for x86-64");
        _ = reader.Bytes(VersionSize);
        ulong entry = reader.U64();
        ulong segments = reader.U64();
        ulong sections = reader.U64();
        _ = reader.Bytes(FlagsAndSize);
        int segmentCount = ReadCount(ref reader, SegmentSize);
        int sectionCount = ReadCount(ref reader, SectionSize);
        return new(entry, segments, segmentCount, sections, sectionCount, reader.U16());
    }

    private static int ReadCount(ref ByteReader reader, int entrySize)
    {
        int size = reader.U16();
        int count = reader.U16();
        Require(count == 0 || size == entrySize, $"table entries of {size} bytes, and not of {entrySize}");
        return count;
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new SymbolsException(otherwise);
        }
    }
}
