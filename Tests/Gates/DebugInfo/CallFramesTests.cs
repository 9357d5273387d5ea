using System.Collections.Immutable;
using System.Linq;
using Symbols;
using Symbols.Dwarf;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

public class CallFramesTests
{
    private static readonly ElfImage s_image = Linked.Plain(Sources.Frames);

    [Fact]
    public void FollowsPushesAndLocals() => Assert.Equal<UnwindRow>(
        [
            new UnwindRow(0, false, 8, 0),
            new UnwindRow(1, false, 16, 16),
            new UnwindRow(3, false, 24, 16),
            new UnwindRow(4, false, 32, 16),
            new UnwindRow(8, false, 64, 16),
        ],
        CallFrames.Read(s_image)[0].Rows);

    [Fact]
    public void FollowsFramePointersAndEveryWidthOfAdvance() => Assert.Equal<UnwindRow>(
        [
            new UnwindRow(0, false, 8, 0),
            new UnwindRow(1, false, 16, 16),
            new UnwindRow(2, false, 24, 16),
            new UnwindRow(3, false, 32, 16),
            new UnwindRow(8, true, 16, 16),
        ],
        CallFrames.Read(s_image)[1].Rows);

    [Fact]
    public void KnowsWhichFunctionsAreDescribed() => Assert.Equal(
        s_image.Symbols
            .Where(static symbol => symbol.Name is "first" or "second").Select(static symbol => symbol.Value),
        CallFrames.Read(s_image).Select(static frame => frame.Start));

    [Fact]
    public void FindsTheEpilogues()
    {
        ImmutableArray<KernelFunction> functions = Samples.Functions(s_image);
        KernelFunction first = functions.Single(static each => each.Symbol == "first");
        Assert.Equal(4u, first.Epilogues.PopBytes);
        Assert.Equal(2, first.Epilogues.Ends.Length);
        Assert.Equal(2u, functions.Single(static each => each.Symbol == "second").Epilogues.PopBytes);
    }

    [Fact]
    public void SeesThatAssemblyIsALeafOrThatItIsNot()
    {
        ImmutableArray<KernelFunction> functions = Samples.Functions(s_image);
        Assert.Equal<UnwindRow>([new UnwindRow(0, false, 8, 0)],
            functions.Single(static each => each.Symbol == "leaf").Frames);
        Assert.Empty(functions.Single(static each => each.Symbol == "opaque").Frames);
    }
}
