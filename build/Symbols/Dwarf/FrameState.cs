namespace Symbols.Dwarf;

/// <summary>The rules for the canonical frame address and for rbp (DWARF 5, 6.4.1).</summary>
/// <param name="Register">The register that the address counts from, by its DWARF number.</param>
/// <param name="CfaOffset">How far it lies above that register, in bytes.</param>
/// <param name="BpOffset">How far below it rbp is saved, in bytes; 0 where it is not.</param>
internal readonly record struct FrameState(ulong Register, long CfaOffset, long BpOffset)
{
    /// <summary>The DWARF number of rbp (System V ABI for AMD64, figure 3.36).</summary>
    public const ulong Bp = 6;

    /// <summary>The DWARF number of rsp.</summary>
    public const ulong Sp = 7;

    /// <summary>The row for this state from an offset on.</summary>
    public UnwindRow ToRow(ulong offset) => Register is Bp or Sp && CfaOffset > 0
        ? new UnwindRow((uint)offset, Register == Bp, (uint)CfaOffset, (uint)BpOffset)
        : throw new SymbolsException(
            $".eh_frame: a frame at register {Register} + {CfaOffset}: only those above rsp and rbp are understood");
}
