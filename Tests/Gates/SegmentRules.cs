using System.Collections.Generic;
using System.Linq;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>How a kernel may be laid out in memory.</summary>
internal static class SegmentRules
{
    private const ulong PageSize = 4096;

    public static void NothingIsWritableAndExecutable(ElfImage image) =>
        Assert.All(Loaded(image), static segment => Assert.False(
            segment.IsWritable && segment.IsExecutable, $"0x{segment.Address:x} is writable and executable"));

    public static void SectionAllows(ElfImage image, string name, bool isExecutable, bool isWritable)
    {
        ElfSection? section = image.FindSection(name);
        Assert.NotNull(section);
        ElfSegment segment = Assert.Single(Loaded(image), each => Holds(each, section));
        Assert.Equal((isExecutable, isWritable), (segment.IsExecutable, segment.IsWritable));
    }

    /// <summary>What lies at <paramref name="from"/> and above; below, a kernel has its start-up code.</summary>
    public static void NoTwoSegmentsShareAPage(ElfImage image, ulong from = BuiltKernel.UpperHalf)
    {
        ElfSegment[] segments = [.. Loaded(image)
            .Where(each => each.Address >= from)
            .OrderBy(static each => each.Address)];
        Assert.NotEmpty(segments);
        Assert.All(segments.Zip(segments.Skip(1)), static pair => Assert.True(
            (pair.First.Address + pair.First.MemorySize - 1) / PageSize < pair.Second.Address / PageSize,
            $"the segments at 0x{pair.First.Address:x} and 0x{pair.Second.Address:x} share a page"));
    }

    public static void NothingIsLeftForADynamicLinker(ElfImage image)
    {
        Assert.DoesNotContain(
            image.Segments, static segment => segment.Type is ElfSegment.Interpreter or ElfSegment.Dynamic);
        Assert.DoesNotContain(
            image.Sections,
            static section => section.Type is ElfSection.Relocations or ElfSection.RelocationsWithAddends);
        Assert.DoesNotContain(image.Symbols, static symbol => symbol.IsUndefined);
    }

    public static void LoadsLessThan(ElfImage image, ulong limit)
    {
        ulong size = Loaded(image).Aggregate(0UL, static (sum, segment) => sum + segment.FileSize);
        Assert.InRange(size, 1UL, limit - 1);
    }

    /// <summary>The segments that are loaded.</summary>
    public static IEnumerable<ElfSegment> Loaded(ElfImage image) =>
        image.Segments.Where(static segment => segment.Type == ElfSegment.Load);

    private static bool Holds(ElfSegment segment, ElfSection section) =>
        section.Address >= segment.Address && section.Address < segment.Address + segment.MemorySize;
}
