using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Symbols.Elf;

namespace Symbols.Dwarf;

/// <summary>
/// Reads .eh_frame of a linked file (Linux Standard Base, 10.6.1): for each function, how to find its caller.
/// </summary>
public static class CallFrames
{
    private const string SectionName = ".eh_frame";
    private const uint LongForm = 0xFFFF_FFFF;

    /// <summary>The descriptions, in the section's order; none where the file has no such section.</summary>
    /// <exception cref="SymbolsException">The section is damaged, or says what this reader does not
    /// understand.</exception>
    public static ImmutableArray<FrameDescription> Read(ElfImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        ElfSection? section = image.FindSection(SectionName);
        return section is null ? [] : Read(image.Contents(section), section.Address);
    }

    private static ImmutableArray<FrameDescription> Read(ReadOnlySpan<byte> bytes, ulong address)
    {
        var descriptions = ImmutableArray.CreateBuilder<FrameDescription>();
        var entries = new Dictionary<int, CallFrameEntry>();
        var reader = new ByteReader(bytes, SectionName);
        while (reader.Remaining >= sizeof(uint))
        {
            int start = reader.Position;
            uint length = reader.U32();
            if (length == LongForm)
            {
                throw new SymbolsException($"{SectionName}: the 64-bit format at offset {start:#,0} is not understood");
            }

            if (length == 0)
            {
                continue;
            }

            int idAt = reader.Position;
            var part = new ByteReader(bytes[..(idAt + reader.Bytes(length).Length)], SectionName);
            part.Seek((ulong)idAt);
            uint distance = part.U32();
            if (distance == 0)
            {
                entries[start] = ReadEntry(ref part);
            }
            else
            {
                CallFrameEntry entry = entries.GetValueOrDefault(idAt - (int)distance)
                    ?? throw new SymbolsException($"{SectionName}: no CIE before the FDE at offset {start:#,0}");
                descriptions.Add(ReadDescription(ref part, entry, address));
            }
        }

        return descriptions.ToImmutable();
    }

    private static CallFrameEntry ReadEntry(ref ByteReader reader)
    {
        byte version = reader.U8();
        string augmentation = reader.Text();
        ulong codeFactor = reader.Uleb();
        long dataFactor = reader.Sleb();
        _ = version == 1 ? reader.U8() : reader.Uleb();
        byte encoding = PointerEncoding.Absolute;
        bool hasData = augmentation.StartsWith('z');
        if (hasData)
        {
            encoding = ReadAugmentation(augmentation, new ByteReader(reader.Bytes(reader.Uleb()), SectionName));
        }
        else if (augmentation.Length != 0)
        {
            throw new SymbolsException($"{SectionName}: augmentation {augmentation} is not understood");
        }

        var entry = new CallFrameEntry(codeFactor, dataFactor, hasData, encoding, default);
        var code = new ByteReader(reader.Bytes((ulong)reader.Remaining), SectionName);
        return entry with { Initial = CallFrameProgram.RunInitial(code, entry) };
    }

    private static byte ReadAugmentation(string augmentation, ByteReader data)
    {
        byte encoding = PointerEncoding.Absolute;
        foreach (char letter in augmentation.AsSpan(1))
        {
            switch (letter)
            {
                case 'R':
                    encoding = data.U8();
                    break;
                case 'L':
                    _ = data.U8();
                    break;
                case 'P':
                    _ = PointerEncoding.Read(ref data, data.U8(), 0);
                    break;
                case 'S':
                    break;
                default:
                    throw new SymbolsException($"{SectionName}: augmentation {augmentation} is not understood");
            }
        }

        return encoding;
    }

    private static FrameDescription ReadDescription(ref ByteReader reader, CallFrameEntry entry, ulong address)
    {
        ulong start = PointerEncoding.Read(ref reader, entry.PointerEncoding, address);
        ulong size = PointerEncoding.Read(ref reader, PointerEncoding.Format(entry.PointerEncoding), address);
        if (entry.HasAugmentation)
        {
            _ = reader.Bytes(reader.Uleb());
        }

        var code = new ByteReader(reader.Bytes((ulong)reader.Remaining), SectionName);
        return new FrameDescription(start, size, CallFrameProgram.RunFunction(code, entry));
    }
}
