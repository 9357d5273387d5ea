using Kernel.Text;

namespace System;

/// <summary>Numbers as strings.</summary>
internal static class NumberString
{
    private const int MostDigits = 20;

    /// <summary>The number in decimal.</summary>
    internal static string Of(ulong value)
    {
        var buffer = new TextBuffer(stackalloc byte[MostDigits]);
        buffer.AppendDecimal(value);
        return string.FromUtf8(buffer.Text);
    }

    /// <summary>The number in decimal, with a minus sign where it is negative.</summary>
    internal static string Of(long value)
    {
        var buffer = new TextBuffer(stackalloc byte[MostDigits]);
        buffer.AppendDecimal(value);
        return string.FromUtf8(buffer.Text);
    }
}
