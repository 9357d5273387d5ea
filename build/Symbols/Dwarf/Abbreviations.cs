using System.Collections.Generic;
using System.Collections.Immutable;

namespace Symbols.Dwarf;

/// <summary>Reads what the entries of .debug_info are made of (DWARF 4, 7.5.3).</summary>
internal static class Abbreviations
{
    private const string SectionName = ".debug_abbrev";

    /// <summary>The attributes of each kind of entry, by its code: the first table of the section.</summary>
    public static Dictionary<ulong, ImmutableArray<Attribute>> Read(Elf.ElfImage image)
    {
        var reader = new ByteReader(image.Contents(SectionName), SectionName);
        var kinds = new Dictionary<ulong, ImmutableArray<Attribute>>();
        for (ulong code = reader.Uleb(); code != 0; code = reader.Uleb())
        {
            _ = reader.Uleb();
            _ = reader.U8();
            kinds[code] = ReadAttributes(ref reader);
        }

        return kinds;
    }

    private static ImmutableArray<Attribute> ReadAttributes(ref ByteReader reader)
    {
        var attributes = ImmutableArray.CreateBuilder<Attribute>();
        var next = new Attribute(reader.Uleb(), reader.Uleb());
        while (next != default)
        {
            attributes.Add(next);
            next = new Attribute(reader.Uleb(), reader.Uleb());
        }

        return attributes.ToImmutable();
    }
}
