using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>What boot loaders look for (Multiboot2 specification 2.0, 3.1.1; Xen's x86/HVM direct boot ABI).</summary>
internal static class BootHeaderRules
{
    private const uint Multiboot2Magic = 0xE852_50D6;
    private const int SearchedBytes = 32768;
    private const int Alignment = 8;
    private const uint Protected32 = 0;
    private const uint PvhEntryNote = 18;
    private const int NoteHeaderSize = 12;

    public static void Multiboot2HeaderIsWhereLoadersLook(ElfImage image)
    {
        ReadOnlySpan<byte> header = FindMultiboot2(image);
        Assert.False(
            header.IsEmpty, $"no multiboot2 header in the first {SearchedBytes} bytes at a multiple of {Alignment}");
        uint architecture = Word(header, 4);
        uint length = Word(header, 8);
        Assert.Equal(Protected32, architecture);
        Assert.Equal(0u, unchecked(Multiboot2Magic + architecture + length + Word(header, 12)));
    }

    public static void Multiboot2TagsEndWhereTheHeaderDoes(ElfImage image)
    {
        ReadOnlySpan<byte> header = FindMultiboot2(image);
        int length = (int)Word(header, 8);
        int at = 16;
        while (BinaryPrimitives.ReadUInt16LittleEndian(header[at..]) != 0)
        {
            int size = (int)Word(header, at + 4);
            Assert.InRange(size, 8, length - at);
            at += (size + Alignment - 1) & -Alignment;
        }

        Assert.Equal(8u, Word(header, at + 4));
        Assert.Equal(length, at + 8);
    }

    public static void PvhNotePointsIntoLoadedCode(ElfImage image)
    {
        ulong entry = Assert.Single(image.Segments.Where(static each => each.Type == ElfSegment.Note).SelectMany(
            segment => PvhEntries(image.Bytes.Slice((int)segment.Offset, (int)segment.FileSize))));
        Assert.Contains(image.Segments, segment => segment.Type == ElfSegment.Load && segment.IsExecutable
            && entry >= segment.PhysicalAddress && entry < segment.PhysicalAddress + segment.FileSize);
    }

    private static ReadOnlySpan<byte> FindMultiboot2(ElfImage image)
    {
        ReadOnlySpan<byte> file = image.Bytes;
        for (int at = 0; at < Math.Min(SearchedBytes, file.Length) - Alignment; at += Alignment)
        {
            uint length = Word(file, at + 8);
            if (Word(file, at) == Multiboot2Magic && at + length <= SearchedBytes)
            {
                return file[at..];
            }
        }

        return [];
    }

    private static ulong[] PvhEntries(ReadOnlySpan<byte> notes)
    {
        var entries = new List<ulong>();
        while (notes.Length >= NoteHeaderSize)
        {
            int name = (int)Word(notes, 0);
            int size = (int)Word(notes, 4);
            int description = NoteHeaderSize + ((name + 3) & -4);
            if (Word(notes, 8) == PvhEntryNote && notes.Slice(NoteHeaderSize, name).SequenceEqual("Xen\0"u8))
            {
                entries.Add(size == sizeof(ulong)
                    ? BinaryPrimitives.ReadUInt64LittleEndian(notes[description..])
                    : Word(notes, description));
            }

            notes = notes[(description + ((size + 3) & -4))..];
        }

        return [.. entries];
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
