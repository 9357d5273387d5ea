using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Crashes;

public sealed partial class CrashTests
{
    private const string Source = "Tests/CrashImage/Crashes.cs";

    public static TheoryData<string> Names => [.. ExpectedCrashes.All.Select(static crash => crash.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryCrashIsDescribedInWordsWithItsErrorCodeRegistersAndTrace(string name)
    {
        ExpectedCrash expected = ExpectedCrashes.Of(name);
        CrashReport report = CrashReport.Of(name);
        Assert.Equal(GuestVerdict.Failed, report.Verdict);
        CheckWords(expected, report);
        CheckTrace(expected.Frames, report);
        // A call into data leaves no function to name: the trace begins with the caller.
        bool isInCode = report.Register("RIP") != report.Register("CR2");
        Assert.Equal(isInCode, report.Register("RIP") == report.Trace[0].Address);
        Assert.Equal("The machine is stopped.", report.Lines[^1]);
    }

    [Fact]
    public void EveryWayToBreakTheKernelIsTested() => Assert.Equal(
        Tree.Source(Source)
            .SelectMany(static line => CrashName().Matches(line))
            .Select(static match => match.Groups[1].Value)
            .Order(),
        ExpectedCrashes.All.Select(static crash => crash.Name).Order());

    [Fact]
    public void ACrashThatDoesNotExistIsAPanicOfItsOwn()
    {
        CrashReport report = CrashReport.Of("no-such-crash");
        Assert.Equal(GuestVerdict.Failed, report.Verdict);
        Assert.Equal(
            $"{CrashReport.Start}the crash that was asked for did not happen, or has no such name", report.Lines[0]);
    }

    private static void CheckWords(ExpectedCrash expected, CrashReport report)
    {
        string cause = Placeholder().Replace(expected.Cause, match => AddressIn(match.Groups[1].Value, report));
        Assert.Equal($"{CrashReport.Start}{cause}", report.Lines[0]);
        if (expected.Details is { } details)
        {
            Assert.Equal(details, report.Lines[1]);
        }
        Assert.StartsWith("RIP ", report.Lines[expected.Details is null ? 1 : 2], StringComparison.Ordinal);
    }

    // The faulting address is the processor's: it must lie where the linker put that section or guard page.
    private static string AddressIn(string place, CrashReport report)
    {
        ulong address = report.Register("CR2");
        LinkedSymbols symbols = LinkedSymbols.CrashingKernel;
        (ulong start, ulong end) = place.StartsWith("guard_", StringComparison.Ordinal)
            ? (symbols.AddressOf(place), symbols.AddressOf(place) + 4096)
            : (symbols.AddressOf($"{place}_start"), symbols.AddressOf($"{place}_end"));
        Assert.InRange(address, start, end - 1);
        return address.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static void CheckTrace(IReadOnlyList<ExpectedFrame> expected, CrashReport report)
    {
        TraceLine[] trace = report.Trace;
        ulong rip = report.Register("RIP");
        Assert.All(
            trace, line => Assert.True(IsThere(line, rip), $"{line} does not lie in that method of the linked kernel"));
        Assert.Equal(
            expected.Select(static frame => (frame.Method, frame.File, frame.Line)),
            WithoutRepetitions(trace.Where(IsOfInterest).Select(static line => (line.Method, line.File, line.Line))));
    }

    // The compiler may turn their calls into jumps.
    private static bool IsOfInterest(TraceLine line) =>
        line.Method is not ("Kernel.Crashes.Run" or "Kernel.Crashes.RunAssembly");

    // A return address may lie behind the end of its function: the call itself does not.
    private static bool IsThere(TraceLine line, ulong rip) =>
        LinkedSymbols.CrashingKernel.NamesAt(line.Address == rip ? rip : line.Address - 1)
            .Any(Mangled(line.Method).IsMatch);

    // The compiler's symbol: assembly, namespaces and type joined by one underscore, the method by two, and a number
    // for overloads.
    private static Regex Mangled(string method)
    {
        int dot = method.LastIndexOf('.');
        return dot < 0
            ? new Regex($"^{Regex.Escape(method)}$")
            : new Regex($"^[A-Za-z]+_{method[..dot].Replace('.', '_')}__{method[(dot + 1)..]}(_[0-9]+)?$");
    }

    private static List<T> WithoutRepetitions<T>(IEnumerable<T> items) =>
        items.Aggregate(new List<T>(), static (list, item) =>
        {
            if (list.Count == 0 || !EqualityComparer<T>.Default.Equals(list[^1], item))
            {
                list.Add(item);
            }
            return list;
        });

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("name\\.SequenceEqual\\(\"([a-z-]+)\"u8\\)")]
    private static partial Regex CrashName();
}
