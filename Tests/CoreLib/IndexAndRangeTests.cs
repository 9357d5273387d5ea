extern alias ours;

using System;
using FsCheck.Fluent;
using Kernel.Tests.Host.Text;
using Xunit;
using MyIndex = ours::System.Index;
using MyRange = ours::System.Range;

namespace Kernel.Tests.CoreLib;

public class IndexAndRangeTests
{
    [Fact]
    public void PlacesAgree() => Property.Holds(
        from value in Gen.OneOf(Gen.Choose(0, 100), Gen.Choose(0, int.MaxValue))
        from isFromEnd in Gen.Elements(false, true)
        from length in Gen.Choose(0, int.MaxValue)
        select (value, isFromEnd, length),
        static input =>
        {
            var mine = new MyIndex(input.value, input.isFromEnd);
            var theirs = new Index(input.value, input.isFromEnd);
            Assert.Equal(theirs.IsFromEnd, mine.IsFromEnd);
            Assert.Equal(theirs.Value, mine.Value);
            Assert.Equal(theirs.GetOffset(input.length), mine.GetOffset(input.length));
        });

    [Fact]
    public void FixedPlacesAndRangesAgree()
    {
        const int Length = 10;
        const int Place = 3;
        Assert.Equal(Index.Start.GetOffset(Length), MyIndex.Start.GetOffset(Length));
        Assert.Equal(Index.End.GetOffset(Length), MyIndex.End.GetOffset(Length));
        Agree(Range.All, MyRange.All, Length);
        Agree(Range.StartAt(Place), MyRange.StartAt(Place), Length);
        Agree(Range.EndAt(Place), MyRange.EndAt(Place), Length);
        Agree(Place..^Place, new MyRange(Place, new MyIndex(Place, true)), Length);
    }

    private static void Agree(Range theirs, MyRange mine, int length) => Assert.Equal(
        (theirs.Start.GetOffset(length), theirs.End.GetOffset(length)),
        (mine.Start.GetOffset(length), mine.End.GetOffset(length)));
}
