using System;
using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Text;

/// <summary>
/// One hole of an interpolated string: a value, its format and its alignment. Each is a call: its body, once for each
/// hole of each text, would be most of the text's code.
/// </summary>
internal static class HoleText
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AppendHole(this ref TextBuffer buffer, ReadOnlySpan<byte> text, int alignment)
    {
        int start = buffer.Length;
        buffer.Append(text);
        buffer.Align(start, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AppendHole(this ref TextBuffer buffer, string text, int alignment)
    {
        int start = buffer.Length;
        buffer.AppendLiteral(text);
        buffer.Align(start, alignment);
    }

    public static void AppendHole(this ref TextBuffer buffer, char character, int alignment)
    {
        int start = buffer.Length;
        buffer.Append(character);
        buffer.Align(start, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AppendHole(this ref TextBuffer buffer, ByteCount count, int alignment)
    {
        int start = buffer.Length;
        buffer.Append(count);
        buffer.Align(start, alignment);
    }

    public static void AppendHole(this ref TextBuffer buffer, ulong value, int alignment, string? format) =>
        AppendInteger(ref buffer, value, value, Sign.None, alignment, format);

    // The pattern is the value in its own width, for hexadecimal.
    public static void AppendHole(this ref TextBuffer buffer, long value, ulong pattern, int alignment, string? format)
    {
        Sign sign = value < 0 ? Sign.Minus : Sign.None;
        AppendInteger(ref buffer, NumberText.Magnitude(value), pattern, sign, alignment, format);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AppendAddressHole(this ref TextBuffer buffer, ulong address, int alignment, string? format)
    {
        int start = buffer.Length;
        HoleFormat decoded = HoleFormat.Decode(format);
        UnitText.AppendAddress(ref buffer, address, decoded.IsHexadecimal ? decoded.Digits : 16);
        buffer.Align(start, alignment);
    }

    private static void AppendInteger(
        ref TextBuffer buffer, ulong magnitude, ulong pattern, Sign sign, int alignment, string? format)
    {
        int start = buffer.Length;
        HoleFormat decoded = HoleFormat.Decode(format);
        if (decoded.IsHexadecimal)
        {
            buffer.AppendHexadecimal(pattern, decoded.Digits);
        }
        else
        {
            buffer.Append(sign == Sign.Minus ? "-"u8 : default);
            AppendMagnitude(ref buffer, magnitude, decoded);
        }

        buffer.Align(start, alignment);
    }

    private static void AppendMagnitude(ref TextBuffer buffer, ulong magnitude, HoleFormat format)
    {
        if (format.IsGrouped)
        {
            buffer.AppendGrouped(magnitude);
        }
        else
        {
            buffer.AppendDecimal(magnitude);
        }
    }

    private enum Sign
    {
        None,
        Minus,
    }
}
