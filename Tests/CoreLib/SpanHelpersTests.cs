extern alias ours;

using System;
using System.Linq;
using FsCheck.Fluent;
using Kernel.Tests.Host.Text;
using Xunit;
using SpanHelpers = ours::System.SpanHelpers;

namespace Kernel.Tests.CoreLib;

/// <summary>Every function, for every length and place up to some, within bytes that must stay as they are.</summary>
public class SpanHelpersTests
{
    private const int Longest = 200;
    private const int FarthestOverlap = 80;
    private const int Margin = 96;

    private static readonly byte[] s_pattern =
        [.. Enumerable.Range(0, (2 * Margin) + Longest).Select(static i => (byte)(i * 167))];

    [Fact]
    public void MemmoveIsRightForEveryOverlap()
    {
        for (int length = 0; length <= Longest; length++)
        {
            for (int distance = -FarthestOverlap; distance <= FarthestOverlap; distance++)
            {
                byte[] found = [.. s_pattern];
                byte[] expected = [.. s_pattern];
                SpanHelpers.Memmove(ref found[Margin + distance], ref found[Margin], (nuint)length);
                expected.AsSpan(Margin, length).CopyTo(expected.AsSpan(Margin + distance));
                Assert.Equal(expected, found);
            }
        }
    }

    [Fact]
    public void MemmoveIsRightBetweenArrays() => Property.Holds(
        from source in Gen.Choose(0, byte.MaxValue).Select(static value => (byte)value).ArrayOf()
        from margin in Gen.Choose(0, Margin)
        select (source, margin),
        static input =>
        {
            var found = new byte[input.source.Length + (2 * Margin)];
            byte[] expected = [.. found];
            byte[] source = [.. input.source, 0];
            SpanHelpers.Memmove(ref found[input.margin], ref source[0], (nuint)input.source.Length);
            input.source.CopyTo(expected.AsSpan(input.margin));
            Assert.Equal(expected, found);
        });

    [Fact]
    public void FillSetsJustWhatItIsGiven() => ForEveryPlace(static (found, expected, start, length) =>
    {
        SpanHelpers.Fill(ref found[start], 0xA7, (nuint)length);
        expected.AsSpan(start, length).Fill(0xA7);
    });

    [Fact]
    public void ClearSetsJustWhatItIsGiven() => ForEveryPlace(static (found, expected, start, length) =>
    {
        SpanHelpers.ClearWithoutReferences(ref found[start], (nuint)length);
        expected.AsSpan(start, length).Clear();
    });

    [Fact]
    public void CompareFindsTheFirstDifferenceWhereverItIs()
    {
        for (int length = 0; length <= FarthestOverlap; length++)
        {
            byte[] other = [.. s_pattern];
            Assert.Equal(0, SpanHelpers.Compare(ref other[1], ref s_pattern[1], (nuint)length));
            for (int at = 0; at <= length; at++)
            {
                other[1 + at] ^= 0x80;
                other[2 + at] ^= 0xFF;
                int expected = other.AsSpan(1, length).SequenceCompareTo(s_pattern.AsSpan(1, length));
                int found = SpanHelpers.Compare(ref other[1], ref s_pattern[1], (nuint)length);
                Assert.Equal(Math.Sign(expected), Math.Sign(found));
                other[1 + at] ^= 0x80;
                other[2 + at] ^= 0xFF;
            }
        }
    }

    private static void ForEveryPlace(Action<byte[], byte[], int, int> change)
    {
        for (int length = 0; length <= Longest; length++)
        {
            for (int start = 0; start <= sizeof(ulong); start++)
            {
                byte[] found = [.. s_pattern];
                byte[] expected = [.. s_pattern];
                change(found, expected, start, length);
                Assert.Equal(expected, found);
            }
        }
    }
}
