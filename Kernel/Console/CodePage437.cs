using System;

namespace Kernel.Console;

/// <summary>
/// Code page 437, the characters of every PC's VGA text (Unicode Consortium, VENDORS/MICSFT/PC/CP437.TXT, with the
/// graphic characters 1 to 31 of IBM's own chart). The bitmap font is put in the same order, so that a cell means the
/// same on every screen.
/// </summary>
public static class CodePage437
{
    /// <summary>What stands for a character that the code page lacks.</summary>
    public const byte Unknown = (byte)'?';

    private const byte FirstUpper = 0x7F;

    private static ReadOnlySpan<char> Lower =>
    [
        ' ', '☺', '☻', '♥', '♦', '♣', '♠', '•', '◘', '○', '◙', '♂', '♀', '♪', '♫', '☼',
        '►', '◄', '↕', '‼', '¶', '§', '▬', '↨', '↑', '↓', '→', '←', '∟', '↔', '▲', '▼',
    ];

    private static ReadOnlySpan<char> Upper =>
    [
        '⌂',
        'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å',
        'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', '¢', '£', '¥', '₧', 'ƒ',
        'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '⌐', '¬', '½', '¼', '¡', '«', '»',
        '░', '▒', '▓', '│', '┤', '╡', '╢', '╖', '╕', '╣', '║', '╗', '╝', '╜', '╛', '┐',
        '└', '┴', '┬', '├', '─', '┼', '╞', '╟', '╚', '╔', '╩', '╦', '╠', '═', '╬', '╧',
        '╨', '╤', '╥', '╙', '╘', '╒', '╓', '╫', '╪', '┘', '┌', '█', '▄', '▌', '▐', '▀',
        'α', 'ß', 'Γ', 'π', 'Σ', 'σ', 'µ', 'τ', 'Φ', 'Θ', 'Ω', 'δ', '∞', 'φ', 'ε', '∩',
        '≡', '±', '≥', '≤', '⌠', '⌡', '÷', '≈', '°', '∙', '·', '√', 'ⁿ', '²', '■', '\u00A0',
    ];

    /// <summary>The Unicode character that a byte stands for.</summary>
    public static char ToUnicode(byte character) => character switch
    {
        < 0x20 => Lower[character],
        < FirstUpper => (char)character,
        _ => Upper[character - FirstUpper],
    };

    /// <summary>The byte for a Unicode scalar value; <see cref="Unknown"/> where there is none.</summary>
    public static byte FromUnicode(uint scalar)
    {
        if (scalar is >= 0x20 and < FirstUpper)
        {
            return (byte)scalar;
        }

        if (scalar > char.MaxValue)
        {
            return Unknown;
        }

        int upper = Upper.IndexOf((char)scalar);
        int lower = upper >= 0 ? -1 : Lower.IndexOf((char)scalar);
        return upper >= 0 ? (byte)(FirstUpper + upper) : lower >= 0 ? (byte)lower : Unknown;
    }
}
