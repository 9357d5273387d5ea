using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Console;

namespace Kernel.Tests.Host.Console;

/// <summary>Text that is written at once, in one pair of colours.</summary>
internal sealed record Piece(string Text, CellColours Colours)
{
    private const string Alphabet = "abcXYZ019 .,é─µ→✓\n\n\t\b\r";

    /// <summary>Some pieces, with line ends and control characters.</summary>
    public static Gen<Piece[]> Some { get; } = (
        from characters in Gen.Elements(Alphabet.ToArray()).ArrayOf()
        from foreground in Gen.Choose(0, 15)
        from background in Gen.Elements(0, 0, 0, 4, 7, 12)
        select new Piece(new string(characters), new CellColours((Colour)foreground, (Colour)background))).ArrayOf();
}
