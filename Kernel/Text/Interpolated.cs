using System;
using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Text;

/// <summary>
/// What an interpolated string is compiled into: it writes its pieces to the text that <typeparamref name="TSpace"/>
/// opens, without a heap. Integers take <c>:x</c>, <c>:x8</c> (hexadecimal, at least 8 digits) and <c>:n</c> (thousands
/// apart); addresses take <c>:x</c> (no leading zeros); every hole takes an alignment, <c>{count,8}</c>.
/// </summary>
/// <typeparam name="TSpace">Says where the text goes and whether it is wanted.</typeparam>
[InterpolatedStringHandler]
public ref struct Interpolated<TSpace>
    where TSpace : struct, ITextSpace
{
    private TextBuffer _buffer;

    /// <summary>Called by the compiler before the first piece.</summary>
    /// <param name="literalLength">The characters of all literal pieces; not needed.</param>
    /// <param name="holeCount">The number of holes; not needed.</param>
    /// <param name="wanted">False: the compiler skips every piece.</param>
    public Interpolated(int literalLength, int holeCount, out bool wanted)
    {
        wanted = TSpace.TryOpen(out Span<byte> space);
        IsWanted = wanted;
        _buffer = new TextBuffer(space);
    }

    /// <summary>Someone reads the text; false where <typeparamref name="TSpace"/> refused.</summary>
    public bool IsWanted { get; }

    /// <summary>The text.</summary>
    public readonly ReadOnlySpan<byte> Text => _buffer.Text;

    /// <summary>A piece between holes.</summary>
    public void AppendLiteral(string literal) => _buffer.AppendLiteral(literal);

    /// <summary>UTF-8 text.</summary>
    public void AppendFormatted(ReadOnlySpan<byte> text, int alignment = 0) => _buffer.AppendHole(text, alignment);

    /// <summary>A literal that an expression chose.</summary>
    public void AppendFormatted(string text, int alignment = 0) => _buffer.AppendHole(text, alignment);

    /// <summary>One character.</summary>
    public void AppendFormatted(char character, int alignment = 0) => _buffer.AppendHole(character, alignment);

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public void AppendFormatted(bool value, int alignment = 0) =>
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
    public void AppendFormatted(ByteCount count, int alignment = 0) => _buffer.AppendHole(count, alignment);

    /// <summary>A physical address.</summary>
    public void AppendFormatted(PhysAddr address, int alignment = 0, string? format = null) =>
        _buffer.AppendAddressHole(address.Value, alignment, format);

    /// <summary>A virtual address.</summary>
    public void AppendFormatted(VirtAddr address, int alignment = 0, string? format = null) =>
        _buffer.AppendAddressHole(address.Value, alignment, format);
}
