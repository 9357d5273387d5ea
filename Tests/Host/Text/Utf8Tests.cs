using System;
using System.Text;
using Kernel.Text;
using Xunit;

namespace Kernel.Tests.Host.Text;

public class Utf8Tests
{
    [Fact]
    public void DecodesEveryScalarValue()
    {
        Span<byte> bytes = stackalloc byte[4];
        for (int scalar = 0; scalar <= 0x10FFFF; scalar++)
        {
            if (Rune.TryCreate(scalar, out Rune rune))
            {
                int length = rune.EncodeToUtf8(bytes);
                Assert.Equal((uint)scalar, Utf8.Decode(bytes.Slice(0, length), out int taken));
                Assert.Equal(length, taken);
            }
        }
    }

    [Fact]
    public void ReplacesWhatDotNetReplaces() => Property.Holds(
        Samples.Bytes,
        bytes =>
        {
            ReadOnlySpan<byte> rest = bytes;
            while (!rest.IsEmpty)
            {
                Rune.DecodeFromUtf8(rest, out Rune expected, out int expectedLength);
                Assert.Equal((uint)expected.Value, Utf8.Decode(rest, out int length));
                Assert.Equal(expectedLength, length);
                rest = rest.Slice(length);
            }
        },
        20_000);

    [Fact]
    public void CountsCharacters() => Assert.Equal(5, Utf8.CountCharacters("12 µs"u8));
}
