using System.Collections.Generic;
using System.Linq;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

public class SegmentTests
{
    private const uint RelocationsWithAddends = 4;
    private const uint Relocations = 9;

    private static IEnumerable<ElfSegment> Loaded =>
        BuiltKernel.Image.Segments.Where(static segment => segment.Type == ElfSegment.Load);

    [Fact]
    public void NothingIsWritableAndExecutable() =>
        Assert.DoesNotContain(Loaded, static segment => segment.IsWritable && segment.IsExecutable);

    [Theory]
    [InlineData(".text", true, false)]
    [InlineData(".rodata", false, false)]
    [InlineData(".data", false, true)]
    public void SectionsAllowWhatTheyAreFor(string name, bool isExecutable, bool isWritable)
    {
        ElfSection section = BuiltKernel.Image.FindSection(name)!;
        Assert.NotNull(section);
        ElfSegment segment = Assert.Single(Loaded, each => Holds(each, section));
        Assert.Equal((isExecutable, isWritable), (segment.IsExecutable, segment.IsWritable));
    }

    [Fact]
    public void WritableSectionsShareNoPageWithOthers()
    {
        const ulong PageSize = 4096;
        ElfSegment[] upper = [.. Loaded.Where(static each => each.Address >= BuiltKernel.UpperHalf).OrderBy(static each => each.Address)];
        Assert.NotEmpty(upper);
        Assert.All(upper.Zip(upper.Skip(1)), static pair => Assert.True(
            (pair.First.Address + pair.First.MemorySize - 1) / PageSize < pair.Second.Address / PageSize,
            $"the segments at 0x{pair.First.Address:x} and 0x{pair.Second.Address:x} share a page"));
    }

    [Fact]
    public void NothingIsLeftForADynamicLinker()
    {
        Assert.DoesNotContain(
            BuiltKernel.Image.Segments, static segment => segment.Type is ElfSegment.Interpreter or ElfSegment.Dynamic);
        Assert.DoesNotContain(
            BuiltKernel.Image.Sections, static section => section.Type is Relocations or RelocationsWithAddends);
        Assert.DoesNotContain(BuiltKernel.Image.Symbols, static symbol => symbol.IsUndefined);
    }

    private static bool Holds(ElfSegment segment, ElfSection section) =>
        section.Address >= segment.Address && section.Address < segment.Address + segment.MemorySize;
}
