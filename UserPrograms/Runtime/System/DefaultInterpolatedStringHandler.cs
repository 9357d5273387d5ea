using System.Text;
using Kernel.Text;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What an interpolated string becomes that is a string. Integers take <c>:x</c>, <c>:x8</c> and <c>:n</c> as on the
/// console; all take an alignment.
/// </summary>
[InterpolatedStringHandler]
public ref struct DefaultInterpolatedStringHandler
{
    private const int MostOfANumber = 32;

    private readonly StringBuilder _text;

    /// <summary>Called by the compiler before the first piece.</summary>
    public DefaultInterpolatedStringHandler(int literalLength, int holeCount) => _text = new StringBuilder();

    /// <summary>Text between holes.</summary>
    public readonly void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>UTF-8 text.</summary>
    public readonly void AppendFormatted(ReadOnlySpan<byte> text, int alignment = 0, string? format = null) =>
        AppendAligned(string.FromUtf8(text), alignment);

    /// <summary>Text.</summary>
    public readonly void AppendFormatted(string? text, int alignment = 0, string? format = null) =>
        AppendAligned(text, alignment);

    /// <summary>An integer.</summary>
    public readonly void AppendFormatted(ulong value, int alignment = 0, string? format = null)
    {
        var buffer = new TextBuffer(stackalloc byte[MostOfANumber]);
        buffer.AppendHole(value, 0, format);
        AppendAligned(string.FromUtf8(buffer.Text), alignment);
    }

    /// <summary>An integer; in hexadecimal, its two's complement.</summary>
    public readonly void AppendFormatted(long value, int alignment = 0, string? format = null)
    {
        var buffer = new TextBuffer(stackalloc byte[MostOfANumber]);
        buffer.AppendHole(value, (ulong)value, 0, format);
        AppendAligned(string.FromUtf8(buffer.Text), alignment);
    }

    /// <summary>An integer; in hexadecimal, its two's complement.</summary>
    public readonly void AppendFormatted(int value, int alignment = 0, string? format = null)
    {
        var buffer = new TextBuffer(stackalloc byte[MostOfANumber]);
        buffer.AppendHole(value, (uint)value, 0, format);
        AppendAligned(string.FromUtf8(buffer.Text), alignment);
    }

    /// <summary>An integer.</summary>
    public readonly void AppendFormatted(uint value, int alignment = 0, string? format = null) =>
        AppendFormatted((ulong)value, alignment, format);

    /// <summary>Anything else, as its own text.</summary>
    public readonly void AppendFormatted<T>(T value, int alignment = 0, string? format = null) =>
        AppendAligned(value?.ToString(), alignment);

    /// <summary>The whole.</summary>
    public readonly string ToStringAndClear() => _text.ToString();

    private readonly void AppendAligned(string? text, int alignment)
    {
        int width = alignment < 0 ? -alignment : alignment;
        int padding = text is null ? width : width - text.Length;
        string spaces = padding > 0 ? new string(' ', padding) : "";
        _text.Append(alignment > 0 ? spaces : "").Append(text).Append(alignment < 0 ? spaces : "");
    }
}
