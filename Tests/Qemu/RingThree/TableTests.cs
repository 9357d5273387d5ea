using System;
using System.Collections.Generic;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>
/// What the kernel says of a space's pages is what the processor walks, after each step of
/// Tests/RingThreeImage/TableScript.cs.
/// </summary>
public sealed class TableTests
{
    private const string End = "ring3 end";
    private const int FewestLooks = 35;

    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    public void TheKernelAndTheProcessorSeeTheSamePages(string processor)
    {
        MachineSpec spec = Machine.Direct.With("test=tables") with
        {
            Image = Tree.RingThreeKernel,
            Processor = processor,
        };
        using RunningMachine machine = RunningMachine.Start(spec);
        int looks = 0;
        string[] lines = NextLook(machine, spec, looks + 1);
        while (!lines.Contains(End))
        {
            looks++;
            Compare(lines, machine);
            machine.Type("\n");
            lines = NextLook(machine, spec, looks + 1);
        }
        Assert.True(looks >= FewestLooks, $"the script has ended after {looks} looks");
        Assert.Equal(GuestVerdict.Passed, DebugExitPort.Read(machine.ExpectExit(Patience.Boot(spec))));
    }

    // The lines from the last step's name on.
    private static string[] NextLook(RunningMachine machine, MachineSpec spec, int number)
    {
        string[] lines = Polling.Until(
            () => machine.PlainLines().ToArray(),
            lines => lines.Contains($"ring3 look {number}.") || lines.Contains(End),
            Patience.Boot(spec));
        Assert.True(
            lines.Contains($"ring3 look {number}.") || lines.Contains(End), machine.Report($"no look {number}"));
        int start = Array.FindLastIndex(
            lines, static line => line.StartsWith(ListedPages.Step, StringComparison.Ordinal));
        return lines[start..];
    }

    private static void Compare(string[] lines, RunningMachine machine)
    {
        Dictionary<ulong, UserPage> kernel = ListedPages.Read(lines);
        Dictionary<ulong, UserPage> processor = WalkedPages.Read(machine);
        Assert.NotEmpty(kernel);
        string[] differences = [.. kernel.Keys.Union(processor.Keys).Order()
            .Where(page => Word(kernel, page) != Word(processor, page))
            .Select(page => $"{page:x}: the kernel says {Word(kernel, page)}, the processor {Word(processor, page)}")];
        Assert.True(differences.Length == 0, $"{lines[0]}\n{string.Join('\n', differences.Take(20))}");
    }

    private static string Word(Dictionary<ulong, UserPage> pages, ulong page) =>
        pages.TryGetValue(page, out UserPage value) ? value.ToString() : "none";
}
