namespace Symbols.Dwarf;

/// <summary>Standard opcodes of line number programs (DWARF 5, 7.22).</summary>
internal static class LineOpcode
{
    /// <summary>DW_LNS_copy.</summary>
    public const byte Copy = 1;

    /// <summary>DW_LNS_advance_pc.</summary>
    public const byte AdvancePc = 2;

    /// <summary>DW_LNS_advance_line.</summary>
    public const byte AdvanceLine = 3;

    /// <summary>DW_LNS_set_file.</summary>
    public const byte SetFile = 4;

    /// <summary>DW_LNS_const_add_pc.</summary>
    public const byte ConstAddPc = 8;

    /// <summary>DW_LNS_fixed_advance_pc.</summary>
    public const byte FixedAdvancePc = 9;
}
