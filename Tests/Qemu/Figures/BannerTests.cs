using System;
using System.Diagnostics;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Figures;

[Collection(Alone.Name)]
public sealed class BannerTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    [Fact]
    public void FromResetToTheBannerTakesLessThanASecond()
    {
        TimeSpan best = Enumerable.Range(0, 3).Min(static _ => TimeToBanner());
        Assert.True(best < s_longest, $"the best of three took {best.TotalSeconds:0.00} s");
    }

    // QEMU's own start is in it.
    private static TimeSpan TimeToBanner()
    {
        var watch = Stopwatch.StartNew();
        using RunningMachine machine = RunningMachine.Start(Machine.Direct);
        machine.Expect("message-passing microkernel", Patience.Boot(Machine.Direct));
        return watch.Elapsed;
    }
}
