using System;
using System.Diagnostics;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Matrix;

/// <summary>One cell of the boot matrix.</summary>
internal static class Cell
{
    /// <summary>Boots a machine to a kernel that is ready and says so, in its log and with its verdict.</summary>
    public static BootRun Boots(MachineSpec spec)
    {
        var watch = Stopwatch.StartNew();
        bool isReady = false;
        try
        {
            BootRun run = BootRun.Of(spec);
            run.ExpectPassed();
            Assert.Contains(
                run.Lines, static line => line.Contains(GuestExtensions.Ready, StringComparison.Ordinal));
            if (spec.Firmware != Firmware.Direct)
            {
                Assert.EndsWith("the first program has ended", run.Lines[^1], StringComparison.Ordinal);
            }

            isReady = true;
            return run;
        }
        finally
        {
            BootTable.Add(spec, isReady, watch.Elapsed);
        }
    }
}
