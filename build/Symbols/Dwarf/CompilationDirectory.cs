using System;
using System.Buffers.Binary;
using System.Text;
using Symbols.Elf;

namespace Symbols.Dwarf;

/// <summary>
/// The directory that an object's source files are named relative to (DWARF 4, 3.1.1, DW_AT_comp_dir). nasm puts the
/// directory of the source file there, as an absolute path, and takes no other.
/// </summary>
public static class CompilationDirectory
{
    /// <summary>
    /// An assembler's object with another directory in its debug information; the object itself where it has no debug
    /// information. The result does not depend on the directory that was there before, nor on its length.
    /// </summary>
    /// <exception cref="SymbolsException">The object is damaged, or of a kind that is not understood.</exception>
    public static byte[] Set(ElfImage image, string directory)
    {
        ArgumentNullException.ThrowIfNull(image);
        var file = new ObjectFile(image);
        if (AssemblyUnit.Read(image) is { } unit)
        {
            byte[] name = Encoding.UTF8.GetBytes(directory + '\0');
            file.Replace(AssemblyUnit.SectionName, unit.DirectoryAt, unit.DirectorySize, name);
            Span<byte> section = file.Contents(AssemblyUnit.SectionName);
            BinaryPrimitives.WriteUInt32LittleEndian(section, (uint)section.Length - sizeof(uint));
        }

        return file.ToBytes();
    }
}
