namespace Symbols.Elf;

/// <summary>A section of an ELF file (System V ABI, chapter 4, "Sections").</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Type">What it holds: SHT_PROGBITS is 1, SHT_NOBITS 8.</param>
/// <param name="Use">How it is used.</param>
/// <param name="Address">Its virtual address; 0 where it is not loaded.</param>
/// <param name="Offset">Its place in the file, in bytes.</param>
/// <param name="Size">Its size in bytes: in the file, or in memory where the file holds none of it.</param>
/// <param name="Link">The number of the section that it refers to.</param>
/// <param name="Info">Another number: for relocations that of the section that they apply to.</param>
public sealed record ElfSection(
    string Name, uint Type, ElfSectionUse Use, ulong Address, ulong Offset, ulong Size, uint Link, uint Info)
{
    /// <summary>SHT_RELA: relocations with addends.</summary>
    public const uint RelocationsWithAddends = 4;

    /// <summary>SHT_REL: relocations whose addends are in what they apply to.</summary>
    public const uint Relocations = 9;

    private const uint NoBits = 8;

    /// <summary>It takes up no bytes in the file, and holds zeros in memory.</summary>
    public bool IsZeros => Type == NoBits;

    /// <summary>It holds instructions.</summary>
    public bool IsCode => Use.HasFlag(ElfSectionUse.Allocated | ElfSectionUse.Executable) && !IsZeros;
}
