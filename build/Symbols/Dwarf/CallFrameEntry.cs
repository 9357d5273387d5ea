namespace Symbols.Dwarf;

/// <summary>
/// What many functions' frame descriptions share: a CIE (DWARF 5, 6.4.1; Linux Standard Base, 10.6.1).
/// </summary>
/// <param name="CodeFactor">What advances of the location are multiplied with.</param>
/// <param name="DataFactor">What offsets are multiplied with.</param>
/// <param name="HasAugmentation">Descriptions carry data of their own before the instructions.</param>
/// <param name="PointerEncoding">How addresses are written.</param>
/// <param name="Initial">The state at a function's first instruction.</param>
internal sealed record CallFrameEntry(
    ulong CodeFactor, long DataFactor, bool HasAugmentation, byte PointerEncoding, FrameState Initial);
