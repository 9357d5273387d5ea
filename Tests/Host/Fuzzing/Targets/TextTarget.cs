using System;
using System.Collections.Generic;
using System.Text;
using Kernel.Text;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>Text that programs print, and boot loaders give, in a line that may be too short for it.</summary>
internal sealed class TextTarget : IParserTarget
{
    private readonly byte[] _line = new byte[48];

    public IReadOnlyList<byte[]> Seeds { get; } = [Encoding.UTF8.GetBytes("plain, µs, €, 𝄞, end")];

    public IReadOnlyList<byte[]> Words { get; } =
    [
        [0xC0, 0x80], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBD],
        [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0x80], [0xFF],
    ];

    public IReadOnlyList<Enum> Results => [];

    public Outcome Parse(Memory<byte> input)
    {
        ulong shapes = 0;
        for (ReadOnlySpan<byte> rest = input.Span; !rest.IsEmpty;)
        {
            Rune.DecodeFromUtf8(rest, out Rune expected, out int expectedLength);
            uint character = Utf8.Decode(rest, out int length);
            Assert.True(character == (uint)expected.Value && length == expectedLength);
            shapes |= 1UL << (length - 1 + (character == Utf8.Replacement ? 4 : 0));
            rest = rest[length..];
        }

        var line = new TextBuffer(_line);
        line.Append(input.Span);
        line.Append(input.Span);
        bool fits = input.Length * 2 <= _line.Length;
        Assert.True(line.IsCut != fits && (!fits || line.Text.StartsWith(input.Span)));
        line.Align(0, -_line.Length);
        Assert.True(line.Length <= _line.Length && (!line.IsCut || line.Text.EndsWith("..."u8)));
        return new Outcome(0, shapes | (line.IsCut ? 1UL << 8 : 0) | (ulong)(line.Length / 4) << 16);
    }
}
