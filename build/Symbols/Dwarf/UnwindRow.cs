namespace Symbols.Dwarf;

/// <summary>How to find a function's caller, from one of its instructions on (DWARF 5, 6.4.1).</summary>
/// <param name="Offset">The first instruction that it holds for, in bytes from the function's start.</param>
/// <param name="FromBp">The canonical frame address counts from rbp, and not from rsp.</param>
/// <param name="CfaOffset">How far it lies above that register, in bytes.</param>
/// <param name="BpOffset">How far below it the caller's rbp is saved, in bytes; 0 where rbp still holds it.</param>
public readonly record struct UnwindRow(uint Offset, bool FromBp, uint CfaOffset, uint BpOffset);
