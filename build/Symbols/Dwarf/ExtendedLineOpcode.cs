namespace Symbols.Dwarf;

/// <summary>Extended opcodes of line number programs (DWARF 5, 7.22).</summary>
internal static class ExtendedLineOpcode
{
    /// <summary>DW_LNE_end_sequence.</summary>
    public const byte EndSequence = 1;

    /// <summary>DW_LNE_set_address.</summary>
    public const byte SetAddress = 2;
}
