using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>Page faults of programs in ring 3, as Tests/RingThreeImage plays them.</summary>
public sealed partial class FaultTests
{
    private const string Mark = "ring3 ";
    private const string End = "ring3 end";
    private const string Scenes = "Tests/RingThreeImage/Scenes.cs";
    private const int MostForSoleOwner = 150;

    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    [InlineData("qemu64,+smep,+smap")]
    public void ProgramsFaultAsTheyMustInQemu(string processor)
    {
        BootRun run = BootRun.Of(
            Machine.Direct with { Image = Tree.RingThreeKernel, Processor = processor });
        run.ExpectPassed();
        CheckAll(run.Lines);
    }

    [Theory]
    [InlineData("corei7_skylake_x")]
    [InlineData("athlon64_clawhammer")]
    public void ProgramsFaultAsTheyMustInBochs(string processor)
    {
        using BochsMachine machine =
            BochsMachine.Start(new BochsSpec { Image = Tree.RingThreeIso, Processor = processor });
        machine.Expect(End, Patience.Bochs);
        CheckAll(machine.PlainLines());
    }

    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    public void AFaultCostsAProgramNoMoreThanItMust(string processor)
    {
        BootRun run = BootRun.Of(Machine.Direct with
        {
            Image = Tree.RingThreeKernel,
            Processor = processor,
            Clock = Clock.Instructions,
        });
        Dictionary<string, int> costs = run.Lines
            .Select(static line => Cost().Match(line))
            .Where(static match => match.Success)
            .ToDictionary(
                static match => match.Groups["name"].Value,
                static match => int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
        Assert.Equal((0, 0), (costs["no-fault-read"], costs["no-fault-write"]));
        Assert.InRange(costs["sole"], 1, MostForSoleOwner);
        Assert.All(
            [costs["zero-by-read"], costs["zero-by-write"], costs["copy"], costs["first-copy"]],
            cost => Assert.True(cost > costs["sole"]));
    }

    private static void CheckAll(IReadOnlyList<string> lines)
    {
        string[] expected =
        [
            .. Tree.Source(Scenes)
                .SelectMany(static line => SceneName().Matches(line))
                .Select(static match => $"{Mark}{match.Groups[1].Value} ok"),
            End,
        ];
        Assert.True(expected.Length > 1, $"{Scenes} has no scene");
        Assert.Equal(expected, lines.Where(static line => line.StartsWith(Mark, StringComparison.Ordinal)));
    }

    [GeneratedRegex("Scene\\.Play\\(\"([a-z-]+)\"u8,")]
    private static partial Regex SceneName();

    [GeneratedRegex("^cost (?<name>[a-z-]+) (?<count>[0-9]{1,9})$")]
    private static partial Regex Cost();
}
