using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Symbols.Elf;

namespace Symbols.Dwarf;

/// <summary>The one unit of debug information that an assembler writes into an object (DWARF 4, 7.5.1).</summary>
/// <param name="DirectoryAt">Where the name of its directory is, in bytes from the section's start.</param>
/// <param name="DirectorySize">The size of that name in bytes, with the zero at its end.</param>
internal readonly record struct AssemblyUnit(int DirectoryAt, int DirectorySize)
{
    /// <summary>The section that units are in. It begins with a unit's length.</summary>
    public const string SectionName = ".debug_info";

    private const ushort OldestVersion = 2;
    private const ushort NewestVersion = 4;
    private const ulong AbbreviationsAndAddressSize = 5;

    /// <summary>Reads the unit; none where the object has no debug information.</summary>
    /// <exception cref="SymbolsException">It is damaged, or not understood, or has references that would not survive
    /// a change of its size.</exception>
    public static AssemblyUnit? Read(ElfImage image)
    {
        ReadOnlySpan<byte> section = image.Contents(SectionName);
        if (section.IsEmpty)
        {
            return null;
        }

        var reader = new ByteReader(section, SectionName);
        uint length = reader.U32();
        Require(length == (uint)reader.Remaining, $"{reader.Remaining:#,0} bytes, and not one unit of {length:#,0}");
        ushort version = reader.U16();
        Require(version is >= OldestVersion and <= NewestVersion, $"version {version} is not understood");
        _ = reader.Bytes(AbbreviationsAndAddressSize);
        return FindDirectory(ref reader, Abbreviations.Read(image));
    }

    private static AssemblyUnit FindDirectory(
        ref ByteReader reader, Dictionary<ulong, ImmutableArray<Attribute>> kinds)
    {
        Require(!kinds.Values.Any(static kind => kind.Any(static each => each.IsReference)),
            "entries that refer to others");
        foreach (Attribute attribute in kinds.GetValueOrDefault(reader.Uleb(), []))
        {
            int start = reader.Position;
            attribute.Skip(ref reader);
            if (attribute is (Attribute.CompilationDirectory, FormCode.String))
            {
                return new AssemblyUnit(start, reader.Position - start);
            }
        }

        throw new SymbolsException($"{SectionName}: the unit does not say in which directory it was made");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new SymbolsException($"{SectionName}: {otherwise}");
        }
    }
}
