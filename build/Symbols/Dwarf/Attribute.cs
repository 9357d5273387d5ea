namespace Symbols.Dwarf;

/// <summary>An attribute of an entry in .debug_info, and how its value is written (DWARF 4, 7.5.3).</summary>
/// <param name="Name">What it says.</param>
/// <param name="Form">How its value is written.</param>
internal readonly record struct Attribute(ulong Name, ulong Form)
{
    /// <summary>DW_AT_comp_dir: the working directory of the compiler.</summary>
    public const ulong CompilationDirectory = 0x1B;

    private const ulong FirstReference = 0x10;
    private const ulong LastReference = 0x15;

    /// <summary>It refers to another entry by its offset (DW_FORM_ref_addr to DW_FORM_ref_udata).</summary>
    public bool IsReference => Form is >= FirstReference and <= LastReference;

    /// <summary>Skips the attribute's value.</summary>
    /// <exception cref="SymbolsException">It is written in a way that is not understood.</exception>
    public void Skip(ref ByteReader reader)
    {
        switch (Form)
        {
            case FormCode.String:
                _ = reader.Text();
                break;
            case FormCode.Udata:
                _ = reader.Uleb();
                break;
            default:
                _ = reader.Bytes(FixedSize());
                break;
        }
    }

    private ulong FixedSize() => Form switch
    {
        FormCode.Data1 or FormCode.Flag => sizeof(byte),
        FormCode.Data2 => sizeof(ushort),
        FormCode.Data4 or FormCode.Strp or FormCode.SectionOffset => sizeof(uint),
        FormCode.Data8 or FormCode.Address => sizeof(ulong),
        _ => throw new SymbolsException($".debug_info: form 0x{Form:X} of attribute 0x{Name:X} is not understood"),
    };
}
