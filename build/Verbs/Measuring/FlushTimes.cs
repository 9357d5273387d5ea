using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Machines;

namespace Verbs.Measuring;

/// <summary>
/// From how many pages on it takes less time to let the processor forget all of an address space than one page after
/// the other: what <c>Invalidations.MostPages</c> of the kernel should be on this host.
/// </summary>
public static class FlushTimes
{
    private const string Each = "flush-each-";
    private const string All = "flush-all-";
    private const string Limit = "flush-limit-";

    /// <summary>Runs <c>Tests/BenchImage/Flushes.cs</c>; with instructions for a clock it only shows that the guest does its work.</summary>
    /// <exception cref="VerbException">The guest failed.</exception>
    /// <exception cref="MachineException">QEMU is missing, or the guest did not end.</exception>
    public static IReadOnlyDictionary<string, Measurement> Measure(BenchImages images, BenchHost host)
    {
        var guest = new BenchGuest("flushes", MemorySize.FromMebibytes(128));
        return GuestFigures.Parse(BenchMachine.Run(guest, images.Measuring, images.Archive, host));
    }

    /// <summary>A row for each number of pages, and the largest number that is quicker one by one.</summary>
    /// <exception cref="VerbException">The guest wrote other figures than these.</exception>
    public static void Write(IReadOnlyDictionary<string, Measurement> times, TextWriter output)
    {
        ILookup<string, (int Pages, decimal Time)> byKind = times.ToLookup(
            static each => each.Key[..(each.Key.LastIndexOf('-') + 1)],
            static each => (PagesIn(each.Key), each.Value.Value));
        (int used, decimal limit) = byKind[Limit].FirstOrDefault();
        if (used == 0
            || !byKind[Each].Select(PagesOf).SequenceEqual(byKind[All].Select(PagesOf)))
        {
            throw new VerbException("the guest did not measure its flushes", "mend Tests/BenchImage/Flushes.cs");
        }
        output.WriteLine(
            $"To forget pages of an address space that uses {used}: how many times as long all at once takes");
        int most = 0;
        foreach (((int pages, decimal each), (_, decimal all)) in byKind[Each].Zip(byKind[All]))
        {
            output.WriteLine($"{pages,4} pages {Ratio(all, each),26}");
            most = each <= all ? Math.Max(most, pages) : most;
        }
        output.WriteLine($"one by one is quicker up to {most} pages here; the kernel does so up to {limit}");
    }

    private static int PagesOf((int Pages, decimal Time) each) => each.Pages;

    private static string Ratio(decimal all, decimal each) =>
        (all / Math.Max(each, 1)).ToString("0.0", CultureInfo.InvariantCulture);

    private static int PagesIn(string name) =>
        int.Parse(name[(name.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
}
