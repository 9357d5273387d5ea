extern alias ours;

using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using MyExtensions = ours::System.MemoryExtensions;
using Property = Kernel.Tests.Host.Text.Property;

namespace Kernel.Tests.CoreLib;

public class SpanTests
{
    private static readonly Gen<int[]> s_numbers = Gen.Choose(-3, 3).ArrayOf();

    [Fact]
    public void SlicesAgreeAndBadOnesAreRefused() => Property.Holds(
        from items in s_numbers
        from start in Gen.Choose(-2, items.Length + 2)
        from length in Gen.OneOf(
            Gen.Choose(-2, items.Length + 2), Gen.Constant(int.MaxValue), Gen.Constant(int.MinValue))
        select (items, start, length),
        static input =>
        {
            (int[] items, int start, int length) = input;
            Assert.Equal(
                ItemsOrNull(() => items.AsSpan().Slice(start, length).ToArray()),
                ItemsOrNull(() => Items(Mine(items).Slice(start, length))));
            Assert.Equal(
                ItemsOrNull(() => items.AsSpan()[start..].ToArray()),
                    ItemsOrNull(() => Items(Mine(items).Slice(start))));
            Assert.Equal(
                ItemsOrNull(() => [items.AsSpan()[start]]), ItemsOrNull(() => [Mine(items)[start]]));
        });

    [Fact]
    public void FillClearAndCopyAgree() => Property.Holds(
        from items in s_numbers
        from room in Gen.Choose(0, items.Length + 2)
        from value in Gen.Choose(int.MinValue, int.MaxValue)
        select (items, room, value),
        static input =>
        {
            (int[] items, int room, int value) = input;
            int[] mine = new int[room];
            int[] theirs = new int[room];
            Assert.Equal(items.AsSpan().TryCopyTo(theirs), Mine(items).TryCopyTo(Mine(mine)));
            Assert.Equal(theirs, mine);
            Mine(mine).Fill(value);
            Assert.All(mine, each => Assert.Equal(value, each));
            Mine(mine).Clear();
            Assert.All(mine, static each => Assert.Equal(0, each));
        });

    [Fact]
    public void QuestionsAgree() => Property.Holds(
        from left in s_numbers
        from right in Gen.OneOf(s_numbers, Gen.Choose(0, left.Length).Select(count => left[..count]))
        from value in Gen.Choose(-4, 4)
        select (left, right, value),
        static input =>
        {
            (int[] left, int[] right, int value) = input;
            Assert.Equal(
                left.AsSpan().SequenceEqual(right), MyExtensions.SequenceEqual<int>(Mine(left), Mine(right)));
            Assert.Equal(
                ((ReadOnlySpan<int>)left).StartsWith(right), MyExtensions.StartsWith<int>(Mine(left), Mine(right)));
            Assert.Equal(left.AsSpan().IndexOf(value), MyExtensions.IndexOf(Mine(left), value));
            Assert.Equal(left, Items(Mine(left)));
        });

    private static ours::System.Span<int> Mine(int[] items) => new(items);

    private static int[] Items(ours::System.ReadOnlySpan<int> span)
    {
        int[] items = new int[span.Length];
        int at = 0;
        foreach (int item in span)
        {
            items[at++] = item;
        }

        return items;
    }

    /// <summary>What comes out; null where it is refused: by an exception here, by a panic in the kernel.</summary>
    private static int[]? ItemsOrNull(Func<int[]> take)
    {
        try
        {
            return take();
        }
        catch (Exception error) when (
            error is ArgumentOutOfRangeException or IndexOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }
}
