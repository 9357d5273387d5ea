namespace Symbols.Dwarf;

/// <summary>Call frame instructions (DWARF 5, 7.24; Linux Standard Base, 10.5.2).</summary>
internal static class CallFrameOpcode
{
    /// <summary>DW_CFA_advance_loc.</summary>
    public const byte AdvanceLocation = 0x40;

    /// <summary>DW_CFA_offset.</summary>
    public const byte Offset = 0x80;

    /// <summary>DW_CFA_restore.</summary>
    public const byte Restore = 0xC0;

    /// <summary>DW_CFA_nop.</summary>
    public const byte Nop = 0x00;

    /// <summary>DW_CFA_advance_loc1.</summary>
    public const byte AdvanceLoc1 = 0x02;

    /// <summary>DW_CFA_advance_loc2.</summary>
    public const byte AdvanceLoc2 = 0x03;

    /// <summary>DW_CFA_advance_loc4.</summary>
    public const byte AdvanceLoc4 = 0x04;

    /// <summary>DW_CFA_offset_extended.</summary>
    public const byte OffsetExtended = 0x05;

    /// <summary>DW_CFA_restore_extended.</summary>
    public const byte RestoreExtended = 0x06;

    /// <summary>DW_CFA_undefined.</summary>
    public const byte Undefined = 0x07;

    /// <summary>DW_CFA_same_value.</summary>
    public const byte SameValue = 0x08;

    /// <summary>DW_CFA_remember_state.</summary>
    public const byte RememberState = 0x0A;

    /// <summary>DW_CFA_restore_state.</summary>
    public const byte RestoreState = 0x0B;

    /// <summary>DW_CFA_def_cfa.</summary>
    public const byte DefCfa = 0x0C;

    /// <summary>DW_CFA_def_cfa_register.</summary>
    public const byte DefCfaRegister = 0x0D;

    /// <summary>DW_CFA_def_cfa_offset.</summary>
    public const byte DefCfaOffset = 0x0E;

    /// <summary>DW_CFA_offset_extended_sf.</summary>
    public const byte OffsetExtendedSigned = 0x11;

    /// <summary>DW_CFA_def_cfa_sf.</summary>
    public const byte DefCfaSigned = 0x12;

    /// <summary>DW_CFA_def_cfa_offset_sf.</summary>
    public const byte DefCfaOffsetSigned = 0x13;

    /// <summary>DW_CFA_GNU_args_size.</summary>
    public const byte GnuArgsSize = 0x2E;
}
