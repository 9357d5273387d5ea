using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;

namespace Symbols.Elf;

/// <summary>An object file whose sections can grow and shrink (System V ABI, chapter 4).</summary>
internal sealed class ObjectFile
{
    private const int RelocationSize = 24;
    private const int SectionsAtField = 40;
    private const int OffsetField = 24;
    private const int SizeField = 32;

    /// <summary>More than the alignment of any section that takes up bytes in the file.</summary>
    private const int Alignment = 16;

    private readonly ElfImage _image;
    private readonly byte[][] _contents;

    /// <summary>A file that is not linked yet.</summary>
    /// <exception cref="SymbolsException">It is linked, or damaged.</exception>
    public ObjectFile(ElfImage image)
    {
        if (!image.Segments.IsEmpty)
        {
            throw new SymbolsException("its sections have their places already: it is no object file");
        }

        _image = image;
        _contents = [.. image.Sections.Select(section => image.Contents(section).ToArray())];
    }

    /// <summary>The bytes of a section, to be changed in place.</summary>
    public Span<byte> Contents(string name) => _contents[IndexOf(name)];

    /// <summary>
    /// Replaces <paramref name="count"/> bytes at an offset in a section. The relocations behind them move with what
    /// they apply to; those of other sections that refer to bytes behind them by their offset do not.
    /// </summary>
    public void Replace(string name, int at, int count, ReadOnlySpan<byte> bytes)
    {
        int index = IndexOf(name);
        byte[] old = _contents[index];
        _contents[index] = [.. old.AsSpan(0, at), .. bytes, .. old.AsSpan(at + count)];
        for (int i = 0; i < _contents.Length; i++)
        {
            ElfSection table = _image.Sections[i];
            if (table.Type == ElfSection.RelocationsWithAddends && table.Info == (uint)index)
            {
                MoveRelocations(_contents[i], (ulong)at, bytes.Length - count);
            }
        }
    }

    /// <summary>The file: its header, the section headers, and the sections in their order.</summary>
    public byte[] ToBytes()
    {
        byte[] headers = ReadHeaders();
        using var file = new MemoryStream();
        file.Write(_image.Bytes[..ElfHeader.Size]);
        file.Write(headers);
        for (int i = 0; i < _contents.Length; i++)
        {
            file.SetLength((file.Length + Alignment - 1) & -Alignment);
            Span<byte> header = headers.AsSpan(i * ElfHeader.SectionSize, ElfHeader.SectionSize);
            ulong size = _image.Sections[i].IsZeros ? _image.Sections[i].Size : (ulong)_contents[i].Length;
            BinaryPrimitives.WriteUInt64LittleEndian(header[OffsetField..], i == 0 ? 0 : (ulong)file.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(header[SizeField..], size);
            file.Position = file.Length;
            file.Write(_contents[i]);
        }

        byte[] bytes = file.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(SectionsAtField), ElfHeader.Size);
        headers.CopyTo(bytes.AsSpan(ElfHeader.Size));
        return bytes;
    }

    private static void MoveRelocations(Span<byte> table, ulong behind, int distance)
    {
        for (int at = 0; at < table.Length; at += RelocationSize)
        {
            ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(table[at..]);
            if (offset > behind)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(table[at..], offset + (ulong)(long)distance);
            }
        }
    }

    private byte[] ReadHeaders()
    {
        ElfHeader header = ElfHeader.Read(_image.Bytes);
        ulong size = (ulong)header.SectionCount * ElfHeader.SectionSize;
        return ElfTables.Slice(_image.Bytes, header.SectionsAt, size, "the section headers").ToArray();
    }

    private int IndexOf(string name) => _image.FindSection(name) is { } section
        ? _image.Sections.IndexOf(section)
        : throw new SymbolsException($"no section {name}");
}
