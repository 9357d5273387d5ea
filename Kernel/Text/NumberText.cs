using System;

namespace Kernel.Text;

/// <summary>Numbers as text. A number is written whole or, where it does not fit, not at all.</summary>
public static class NumberText
{
    private const int HexadecimalDigits = 16;

    /// <summary>Adds the number in decimal, <c>1234567</c>.</summary>
    public static void AppendDecimal(this ref TextBuffer buffer, ulong value)
    {
        if (buffer.TryReserve(CountDecimalDigits(value), out Span<byte> field))
        {
            for (int i = field.Length - 1; i >= 0; i--)
            {
                ulong quotient = value / 10;
                field[i] = (byte)('0' + (value - (quotient * 10)));
                value = quotient;
            }
        }
    }

    /// <summary>Adds the number in decimal, with a minus sign where it is negative.</summary>
    public static void AppendDecimal(this ref TextBuffer buffer, long value)
    {
        if (value < 0)
        {
            buffer.Append('-');
        }

        buffer.AppendDecimal(Magnitude(value));
    }

    /// <summary>Adds the number in decimal with a comma between thousands, <c>1,234,567</c>.</summary>
    public static void AppendGrouped(this ref TextBuffer buffer, ulong value)
    {
        int digits = CountDecimalDigits(value);
        if (!buffer.TryReserve(digits + ((digits - 1) / 3), out Span<byte> field))
        {
            return;
        }

        int untilComma = 3;
        for (int i = field.Length - 1; i >= 0; i--, untilComma--)
        {
            if (untilComma == 0)
            {
                field[i--] = (byte)',';
                untilComma = 3;
            }

            ulong quotient = value / 10;
            field[i] = (byte)('0' + (value - (quotient * 10)));
            value = quotient;
        }
    }

    /// <summary>
    /// Adds the number in hexadecimal, in small letters and without a prefix; with leading zeros where it has fewer
    /// than <paramref name="digits"/> digits, of which there are at most 16.
    /// </summary>
    public static void AppendHexadecimal(this ref TextBuffer buffer, ulong value, int digits = 1)
    {
        int needed = 1;
        while (needed < HexadecimalDigits && value >> (needed * 4) != 0)
        {
            needed++;
        }

        int padded = digits < HexadecimalDigits ? digits : HexadecimalDigits;
        if (buffer.TryReserve(needed > padded ? needed : padded, out Span<byte> field))
        {
            for (int i = field.Length - 1; i >= 0; i--)
            {
                uint digit = (uint)value & 0xF;
                field[i] = (byte)(digit < 10 ? '0' + digit : 'a' + (digit - 10));
                value >>= 4;
            }
        }
    }

    /// <summary>How far the number is from zero.</summary>
    internal static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;

    private static int CountDecimalDigits(ulong value)
    {
        int digits = 1;
        for (; value >= 10; value /= 10)
        {
            digits++;
        }

        return digits;
    }
}
