using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Symbols.Elf;

/// <summary>An ELF file for x86-64 (System V ABI, chapters 4 and 5, and its AMD64 supplement).</summary>
public sealed class ElfImage
{
    private const uint SymbolTable = 2;

    private readonly byte[] _bytes;

    private ElfImage(byte[] bytes)
    {
        _bytes = bytes;
        ElfHeader header = ElfHeader.Read(bytes);
        Segments = ElfTables.ReadSegments(bytes, header);
        Sections = ElfTables.ReadSections(bytes, header);
        ElfSection? table = Sections.FirstOrDefault(static section => section.Type == SymbolTable);
        Symbols = table is null ? [] : ElfTables.ReadSymbols(Contents(table), Contents(Linked(table)));
        Entry = header.Entry;
    }

    /// <summary>Where the program starts: a virtual address.</summary>
    public ulong Entry { get; }

    /// <summary>The segments, in the file's order.</summary>
    public ImmutableArray<ElfSegment> Segments { get; }

    /// <summary>The sections, in the file's order: the first is empty.</summary>
    public ImmutableArray<ElfSection> Sections { get; }

    /// <summary>The symbols of .symtab, in the file's order; none in a stripped file.</summary>
    public ImmutableArray<ElfSymbol> Symbols { get; }

    /// <summary>The whole file.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads a file.</summary>
    /// <exception cref="SymbolsException">It cannot be read, or is no ELF file for x86-64.</exception>
    public static ElfImage Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SymbolsException)
        {
            throw new SymbolsException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Reads a file that is in memory.</summary>
    /// <exception cref="SymbolsException">It is no ELF file for x86-64.</exception>
    public static ElfImage Parse(byte[] bytes) => new(bytes);

    /// <summary>The section of that name, or none.</summary>
    public ElfSection? FindSection(string name) => Sections.FirstOrDefault(section => section.Name == name);

    /// <summary>The bytes of a section; none where it holds zeros only.</summary>
    public ReadOnlySpan<byte> Contents(ElfSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section switch
        {
            { IsZeros: true } => [],
            _ when section.Use.HasFlag(ElfSectionUse.Compressed) =>
                throw new SymbolsException($"{section.Name} is compressed: link without --compress-debug-sections"),
            _ => ElfTables.Slice(_bytes, section.Offset, section.Size, $"section {section.Name}"),
        };
    }

    /// <summary>The bytes of the section of that name; none where there is no such section.</summary>
    public ReadOnlySpan<byte> Contents(string name) => FindSection(name) is { } section ? Contents(section) : [];

    /// <summary>The bytes that are loaded at an address; none where the file has not all of them.</summary>
    public ReadOnlySpan<byte> CodeAt(ulong address, ulong size)
    {
        foreach (ElfSection section in Sections)
        {
            ulong offset = address - section.Address;
            if (section.IsCode && address >= section.Address && offset <= section.Size && size <= section.Size - offset)
            {
                return Contents(section).Slice((int)offset, (int)size);
            }
        }

        return [];
    }

    private ElfSection Linked(ElfSection section) => section.Link < (uint)Sections.Length
        ? Sections[(int)section.Link]
        : throw new SymbolsException($"section {section.Name} refers to section {section.Link} of {Sections.Length}");
}
