using System.Collections.Generic;
using System.IO;
using System.Linq;
using QemuTests.Support;
using Verbs.Measuring;
using Xunit;

namespace QemuTests.Figures;

public sealed class FlushTests
{
    private static readonly int[] s_pages = [1, 2, 4, 8, 16, 32, 64, 128, 256];

    [Fact]
    public void OneByOneIsWorkForEachPageAndAllAtOnceIsTheSameForAny()
    {
        IReadOnlyDictionary<string, Measurement> figures = FlushTimes.Measure(
            new BenchImages(Tree.MeasuringKernel, Tree.Kernel, Tree.Programs, Tree.Iso), BenchHost.Counting("max"));
        FlushTimes.Write(figures, TextWriter.Null);
        decimal[] each = [.. s_pages.Select(pages => figures[$"flush-each-{pages}"].Value)];
        decimal onePage = each[1] - each[0];
        Assert.InRange(onePage, 1, 20);
        Assert.Equal(s_pages.Select(pages => each[0] + ((pages - 1) * onePage)), each);
        Assert.All(s_pages, pages => Assert.Equal(new EventCounts(0, pages, null), figures[$"flush-each-{pages}"].Counts));
        Assert.All(s_pages, pages => Assert.Equal(new EventCounts(1, 0, null), figures[$"flush-all-{pages}"].Counts));
        Assert.Single(s_pages.Select(pages => figures[$"flush-all-{pages}"].Value).Distinct());
    }
}
