using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>
/// The paging manager that ILCompiler made of the source, on the processor, does what the same source does on the host:
/// the same programs of operations come to the same tables, charges, contents and invalidations after every step.
/// </summary>
public sealed partial class PagingTests
{
    private const string End = "paging end";

    [Fact]
    public void ThePagingManagerDoesOnTheProcessorWhatItDoesOnTheHost()
    {
        MachineSpec spec = Machine.Unseen.With("test=paging") with
        {
            Image = Tree.RingThreeKernel,
            Memory = MemorySize.FromMebibytes(2560),
        };
        BootRun run = BootRun.Of(spec, Patience.Walks);
        run.ExpectPassed();
        string[] told = [.. run.Lines.Select(static line => Told().Match(line).Value).Where(static line => line != "")];
        IReadOnlyList<(string Line, string Step)> expected = new SimulatedLaboratory().Tell();
        foreach ((string line, (string Line, string Step) host) in told.Zip(expected))
        {
            Assert.True(line == host.Line, $"{host.Step}: the host tells \"{host.Line}\", the image \"{line}\"");
        }

        Assert.Equal(expected.Count + 1, told.Length);
        Assert.Equal(End, told[^1]);
    }

    [GeneratedRegex(@"\bpaging ([0-9]|scene|map|broken|end).*$")]
    private static partial Regex Told();
}
