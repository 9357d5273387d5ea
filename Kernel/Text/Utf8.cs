using System;

namespace Kernel.Text;

/// <summary>UTF-8 (RFC 3629), as far as a console needs it.</summary>
public static class Utf8
{
    /// <summary>What stands for bytes that are no UTF-8 (The Unicode Standard, 3.9, U+FFFD substitution).</summary>
    public const uint Replacement = 0xFFFD;

    /// <summary>The byte goes on with a character that another byte began.</summary>
    public static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    /// <summary>How many characters the text has: every byte counts that is no continuation.</summary>
    public static int CountCharacters(ReadOnlySpan<byte> text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            count += IsContinuation(text[i]) ? 0 : 1;
        }

        return count;
    }

    /// <summary>The bytes that <see cref="Encode"/> writes, 1 to 3.</summary>
    public static int EncodedLength(char character) => character switch
    {
        < '\x80' or (>= '\uD800' and <= '\uDFFF') => 1,
        < '\u0800' => 2,
        _ => 3,
    };

    /// <summary>
    /// Writes the character to <paramref name="field"/>, which is as long as <see cref="EncodedLength"/> says.
    /// </summary>
    public static void Encode(char character, Span<byte> field)
    {
        switch (field.Length)
        {
            case 1:
                field[0] = character < 0x80 ? (byte)character : (byte)'?';
                break;
            case 2:
                field[0] = (byte)(0xC0 | (character >> 6));
                field[1] = (byte)(0x80 | (character & 0x3F));
                break;
            default:
                field[0] = (byte)(0xE0 | (character >> 12));
                field[1] = (byte)(0x80 | ((character >> 6) & 0x3F));
                field[2] = (byte)(0x80 | (character & 0x3F));
                break;
        }
    }

    /// <summary>
    /// The first character of <paramref name="text"/>, which is not empty, and how many bytes it takes. Bytes that
    /// are no UTF-8 (too long a form, a surrogate, beyond U+10FFFF, broken off) give <see cref="Replacement"/>, for
    /// the longest run that could have begun a character.
    /// </summary>
    public static uint Decode(ReadOnlySpan<byte> text, out int length)
    {
        uint first = text[0];
        length = 1;
        if (first < 0x80)
        {
            return first;
        }

        int continuations = first switch
        {
            < 0xC2 => 0,
            < 0xE0 => 1,
            < 0xF0 => 2,
            < 0xF5 => 3,
            _ => 0,
        };
        uint scalar = first & (0x3Fu >> continuations);
        while (length <= continuations && length < text.Length && CanFollow(first, length, text[length]))
        {
            scalar = (scalar << 6) | (text[length] & 0x3Fu);
            length++;
        }

        return continuations > 0 && length > continuations ? scalar : Replacement;
    }

    // The second byte's range depends on the first (RFC 3629, section 4): it shuts out over-long forms, surrogates and
    // what lies beyond U+10FFFF.
    private static bool CanFollow(uint first, int position, byte value) => (first, position) switch
    {
        (0xE0, 1) => value is >= 0xA0 and <= 0xBF,
        (0xED, 1) => value is >= 0x80 and <= 0x9F,
        (0xF0, 1) => value is >= 0x90 and <= 0xBF,
        (0xF4, 1) => value is >= 0x80 and <= 0x8F,
        _ => IsContinuation(value),
    };
}
