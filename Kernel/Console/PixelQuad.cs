using System.Runtime.CompilerServices;

namespace Kernel.Console;

/// <summary>Four pixels of 32 bits, side by side.</summary>
/// <param name="Left">The left two.</param>
/// <param name="Right">The right two.</param>
internal readonly record struct PixelQuad(ulong Left, ulong Right);

/// <summary>The pixels for every value of four bits.</summary>
[InlineArray(16)]
internal struct PixelQuads
{
    private PixelQuad _first;
}

/// <summary>A pixel for every colour.</summary>
[InlineArray(Palette.Count)]
internal struct Pixels
{
    private uint _first;
}
