using System;
using System.Collections.Immutable;

namespace Symbols.Elf;

/// <summary>Reads the tables of an ELF file (System V ABI, chapters 4 and 5).</summary>
internal static class ElfTables
{
    private const string ProgramHeaders = "the program headers";
    private const string SectionHeaders = "the section headers";
    private const ulong SymbolSize = 24;
    private const ulong AlignmentAndEntrySize = 16;
    private const int BindingShift = 4;
    private const int TypeMask = 0xF;

    /// <summary>A part of the file; <paramref name="what"/> names it in messages.</summary>
    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, ulong offset, ulong size, string what) =>
        offset <= (ulong)bytes.Length && size <= (ulong)bytes.Length - offset
            ? bytes.Slice((int)offset, (int)size)
            : throw new SymbolsException(
                $"{what}: {size:#,0} bytes at {offset:#,0} reach past the end of the file at {bytes.Length:#,0}");

    /// <summary>Reads the program headers.</summary>
    public static ImmutableArray<ElfSegment> ReadSegments(ReadOnlySpan<byte> bytes, ElfHeader header)
    {
        ulong size = (ulong)header.SegmentCount * ElfHeader.SegmentSize;
        var reader = new ByteReader(Slice(bytes, header.SegmentsAt, size, ProgramHeaders), ProgramHeaders);
        var segments = ImmutableArray.CreateBuilder<ElfSegment>(header.SegmentCount);
        while (!reader.AtEnd)
        {
            segments.Add(new ElfSegment(
                reader.U32(), reader.U32(), reader.U64(), reader.U64(), reader.U64(), reader.U64(), reader.U64()));
            _ = reader.Bytes(sizeof(ulong));
        }

        return segments.MoveToImmutable();
    }

    /// <summary>Reads the section headers.</summary>
    public static ImmutableArray<ElfSection> ReadSections(ReadOnlySpan<byte> bytes, ElfHeader header)
    {
        ulong size = (ulong)header.SectionCount * ElfHeader.SectionSize;
        var reader = new ByteReader(Slice(bytes, header.SectionsAt, size, SectionHeaders), SectionHeaders);
        var names = new uint[header.SectionCount];
        var sections = new ElfSection[header.SectionCount];
        for (int i = 0; i < sections.Length; i++)
        {
            names[i] = reader.U32();
            sections[i] = new ElfSection(
                "", reader.U32(), (ElfSectionUse)reader.U64(), reader.U64(), reader.U64(), reader.U64(), reader.U32(),
                reader.U32());
            _ = reader.Bytes(AlignmentAndEntrySize);
        }

        if (header.NamesSection < sections.Length)
        {
            ElfSection text = sections[header.NamesSection];
            NameSections(sections, names, Slice(bytes, text.Offset, text.Size, "the section names"));
        }

        return [.. sections];
    }

    /// <summary>Reads the symbols, with their names from the string table.</summary>
    public static ImmutableArray<ElfSymbol> ReadSymbols(ReadOnlySpan<byte> table, ReadOnlySpan<byte> strings)
    {
        var reader = new ByteReader(table, "the symbol table");
        var symbols = ImmutableArray.CreateBuilder<ElfSymbol>(table.Length / (int)SymbolSize);
        while (!reader.AtEnd)
        {
            string name = TextAt(strings, reader.U32());
            byte info = reader.U8();
            _ = reader.U8();
            symbols.Add(new ElfSymbol(
                name, (byte)(info & TypeMask), (byte)(info >> BindingShift), reader.U16(), reader.U64(), reader.U64()));
        }

        return symbols.DrainToImmutable();
    }

    private static void NameSections(ElfSection[] sections, uint[] names, ReadOnlySpan<byte> strings)
    {
        for (int i = 0; i < sections.Length; i++)
        {
            sections[i] = sections[i] with { Name = TextAt(strings, names[i]) };
        }
    }

    private static string TextAt(ReadOnlySpan<byte> strings, uint position)
    {
        var reader = new ByteReader(strings, "a string table");
        reader.Seek(position);
        return reader.Text();
    }
}
