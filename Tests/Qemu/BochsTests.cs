using System.Diagnostics;
using Machines;
using QemuTests.Matrix;
using QemuTests.Support;
using Xunit;

namespace QemuTests;

/// <summary>The second, stricter emulator.</summary>
public sealed class BochsTests
{
    [Theory]
    [InlineData("corei7_skylake_x")]
    [InlineData("athlon64_clawhammer")]
    public void BochsBootsTheImageFromACd(string processor)
    {
        var spec = new BochsSpec { Image = Tree.Iso, Processor = processor };
        var watch = Stopwatch.StartNew();
        using BochsMachine machine = BochsMachine.Start(spec);
        bool isReady = machine.WaitFor(GuestExtensions.Ready, Patience.Bochs) == WaitOutcome.Seen;
        BootTable.Add(spec, isReady, watch.Elapsed);
        Assert.True(isReady, machine.Report("did not come up in Bochs"));
    }
}
