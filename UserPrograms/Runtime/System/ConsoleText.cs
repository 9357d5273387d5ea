using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Text;
using Kernel.Units;

namespace System;

/// <summary>
/// What an interpolated string for the console becomes, up to 1023 bytes. Integers take <c>:x</c>, <c>:x8</c>
/// (hexadecimal, at least 8 digits) and <c>:n</c> (thousands apart); all take an alignment, <c>{count,8}</c>.
/// </summary>
[InterpolatedStringHandler]
public ref struct ConsoleText
{
    private readonly Span<byte> _space;
    private TextBuffer _buffer;

    /// <summary>Called by the compiler before the first piece.</summary>
    public ConsoleText(int literalLength, int holeCount)
    {
        _space = ConsoleSpace.Open();
        _buffer = new TextBuffer(_space[..^1]);
    }

    /// <summary>Text between holes.</summary>
    public void AppendLiteral(string literal) => _buffer.AppendLiteral(literal);

    /// <summary>UTF-8 text.</summary>
    public void AppendFormatted(ReadOnlySpan<byte> text, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(text, alignment);

    /// <summary>UTF-8 text.</summary>
    public void AppendFormatted(Span<byte> text, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(text, alignment);

    /// <summary>Text.</summary>
    public void AppendFormatted(string? text, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(text ?? "", alignment);

    /// <summary>One character.</summary>
    public void AppendFormatted(char character, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(character, alignment);

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public void AppendFormatted(bool value, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(value ? "yes"u8 : "no"u8, alignment);

    /// <summary>An integer.</summary>
    public void AppendFormatted(ulong value, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(value, alignment, format);

    /// <summary>An integer; in hexadecimal, its two's complement.</summary>
    public void AppendFormatted(long value, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(value, (ulong)value, alignment, format);

    /// <summary>An integer.</summary>
    public void AppendFormatted(uint value, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(value, alignment, format);

    /// <summary>An integer; in hexadecimal, its two's complement.</summary>
    public void AppendFormatted(int value, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(value, (uint)value, alignment, format);

    /// <summary>An integer.</summary>
    public void AppendFormatted(byte value, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(value, alignment, format);

    /// <summary>A number of bytes, in the unit that suits it.</summary>
    public void AppendFormatted(ByteCount count, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(count, alignment);

    /// <summary>An address.</summary>
    public void AppendFormatted(VirtAddr address, int alignment = 0, string? format = null) =>
        _buffer.AppendAddressHole(address.Value, alignment, format);

    /// <summary>Why a call was refused, in words.</summary>
    public void AppendFormatted(CallError error, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(CallErrorText.Of(error), alignment);

    /// <summary>How a task ended, in words.</summary>
    public void AppendFormatted(ExitStatus status, int alignment = 0, string? format = null)
    {
        _buffer.Append(ExitStatusText.Of(status.Cause));
        _buffer.AppendDecimal((long)status.Code);
    }

    /// <summary>Anything else, as its own text.</summary>
    public void AppendFormatted<T>(T value, int alignment = 0, string? format = null) =>
        _buffer.AppendHole(value?.ToString() ?? "", alignment);

    internal readonly void Print()
    {
        _ = Call.Print(_buffer.Text);
        ConsoleSpace.Close();
    }

    internal readonly void PrintLine()
    {
        _space[_buffer.Length] = (byte)'\n';
        _ = Call.Print(_space[..(_buffer.Length + 1)]);
        ConsoleSpace.Close();
    }
}
