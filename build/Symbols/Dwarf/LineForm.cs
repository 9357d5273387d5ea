using Symbols.Elf;

namespace Symbols.Dwarf;

/// <summary>Reads one column of a version 5 file table (DWARF 5, 6.2.4.1 and 7.5.6).</summary>
internal static class LineForm
{
    private const ulong Md5Size = 16;

    /// <summary>Reads a text or a number; the other one is empty.</summary>
    public static (string Text, ulong Number) Read(ref ByteReader reader, ulong form, ElfImage image)
    {
        switch (form)
        {
            case FormCode.String:
                return (reader.Text(), 0);
            case FormCode.Strp:
                return (TextAt(image, ".debug_str", reader.U32()), 0);
            case FormCode.LineStrp:
                return (TextAt(image, ".debug_line_str", reader.U32()), 0);
            case FormCode.Data1:
                return ("", reader.U8());
            case FormCode.Data2:
                return ("", reader.U16());
            case FormCode.Data4:
                return ("", reader.U32());
            case FormCode.Data8:
                return ("", reader.U64());
            case FormCode.Udata:
                return ("", reader.Uleb());
            case FormCode.Data16:
                _ = reader.Bytes(Md5Size);
                return ("", 0);
            case FormCode.Block:
                _ = reader.Bytes(reader.Uleb());
                return ("", 0);
            default:
                throw new SymbolsException($"{LineHeader.SectionName}: form 0x{form:X} is not understood");
        }
    }

    private static string TextAt(ElfImage image, string section, uint position)
    {
        var reader = new ByteReader(image.Contents(section), section);
        reader.Seek(position);
        return reader.Text();
    }
}
