using System;
using System.Linq;
using System.Text;
using FsCheck.Fluent;
using Kernel.Text;
using Xunit;

namespace Kernel.Tests.Host.Text;

public class TextBufferTests
{
    [Fact]
    public void TakesTextThatFitsExactly()
    {
        var buffer = new TextBuffer(new byte[5]);
        buffer.Append("hello"u8);
        Assert.Equal("hello", Encoding.UTF8.GetString(buffer.Text));
        Assert.False(buffer.IsCut);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "..")]
    [InlineData(3, "...")]
    [InlineData(8, "hello...")]
    public void MarksWhatIsCut(int capacity, string expected) =>
        Assert.Equal(expected, Samples.Write(static (ref b) => b.Append("hello world"u8), capacity));

    [Fact]
    public void TakesNothingAfterACut() => Assert.Equal("a...", Samples.Write(
        static (ref b) =>
        {
            b.Append("abcdef"u8);
            b.Append('x');
            b.Append("y"u8);
            b.AppendLiteral("z");
            b.Align(0, 9);
        },
        4));

    [Fact]
    public void NeverCutsWithinACharacter() =>
        Assert.Equal("a...", Samples.Write(static (ref b) => b.Append("aµµ"u8), 5 - 1));

    [Fact]
    public void ACutLooksAtItsOwnBytesOnly()
    {
        byte[] space = Enumerable.Repeat((byte)0x80, 8).ToArray();
        var buffer = new TextBuffer(space);
        buffer.Append("ab"u8);
        Assert.False(buffer.TryReserve(7, out Span<byte> field));
        Assert.True(field.IsEmpty);
        Assert.Equal("ab...", Encoding.UTF8.GetString(buffer.Text));
    }

    [Fact]
    public void EncodesEveryCharacter()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string expected = char.IsSurrogate((char)c) ? "?" : ((char)c).ToString();
            Assert.Equal(expected, Samples.Write((ref b) => b.Append((char)c), 8));
        }
    }

    [Theory]
    [InlineData(8, "   12 µs")]
    [InlineData(-8, "12 µs   ")]
    [InlineData(5, "12 µs")]
    [InlineData(-2, "12 µs")]
    public void AlignsByCharacters(int width, string expected) => Assert.Equal(
        "> " + expected,
        Samples.Write((ref b) =>
        {
            b.AppendLiteral("> ");
            int start = b.Length;
            b.AppendLiteral("12 µs");
            b.Align(start, width);
        }));

    [Fact]
    public void PadsToAColumn() => Assert.Equal(
        "µs   |toolong|",
        Samples.Write(static (ref b) =>
        {
            b.AppendLiteral("µs");
            b.Align(0, -5);
            b.AppendLiteral("|toolong");
            b.Align(0, -3);
            b.Append('|');
        }));

    [Fact]
    public void HoldsTheBeginningOfWhatWasAppended()
    {
        var inputs =
            from pieces in Samples.Bytes.ArrayOf()
            from capacity in Gen.Choose(0, 40)
            select (pieces, capacity);
        Property.Holds(inputs, input =>
        {
            byte[] space = Enumerable.Repeat((byte)0xEE, input.capacity + 1).ToArray();
            var buffer = new TextBuffer(space.AsSpan(0, input.capacity));
            foreach (byte[] piece in input.pieces)
            {
                buffer.Append(piece);
            }

            byte[] all = input.pieces.SelectMany(x => x).ToArray();
            Assert.Equal(all.Length > input.capacity, buffer.IsCut);
            int kept = buffer.Length - (buffer.IsCut ? Math.Min(3, input.capacity) : 0);
            Assert.Equal(all.Take(kept), buffer.Text.Slice(0, kept).ToArray());
            Assert.Equal(0xEE, space[input.capacity]);
        });
    }
}
