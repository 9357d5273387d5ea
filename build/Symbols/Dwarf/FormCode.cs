namespace Symbols.Dwarf;

/// <summary>How a value is written (DWARF 5, 7.5.6).</summary>
internal static class FormCode
{
    /// <summary>DW_FORM_addr.</summary>
    public const byte Address = 0x01;

    /// <summary>DW_FORM_flag.</summary>
    public const byte Flag = 0x0C;

    /// <summary>DW_FORM_sec_offset.</summary>
    public const byte SectionOffset = 0x17;

    /// <summary>DW_FORM_string.</summary>
    public const byte String = 0x08;

    /// <summary>DW_FORM_strp.</summary>
    public const byte Strp = 0x0E;

    /// <summary>DW_FORM_line_strp.</summary>
    public const byte LineStrp = 0x1F;

    /// <summary>DW_FORM_data1.</summary>
    public const byte Data1 = 0x0B;

    /// <summary>DW_FORM_data2.</summary>
    public const byte Data2 = 0x05;

    /// <summary>DW_FORM_data4.</summary>
    public const byte Data4 = 0x06;

    /// <summary>DW_FORM_data8.</summary>
    public const byte Data8 = 0x07;

    /// <summary>DW_FORM_udata.</summary>
    public const byte Udata = 0x0F;

    /// <summary>DW_FORM_data16.</summary>
    public const byte Data16 = 0x1E;

    /// <summary>DW_FORM_block.</summary>
    public const byte Block = 0x09;
}
