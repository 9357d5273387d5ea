using System;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using QemuTests.UserTests;
using UserPrograms;
using Xunit;
using Xunit.Abstractions;

namespace QemuTests.Audit;

/// <summary>
/// The machine's memory runs out inside each call, and inside page faults: with no frame free, with one, with two, until
/// what is tried is done. The kernel is that of Tests/AuditImage, which looks at everything before each call and promises
/// its first program more frames than there are; quotas would end first otherwise.
/// </summary>
public sealed partial class ShortageTests(ITestOutputHelper output)
{
    private const string Oversold = "test=1,30000 init=usertests,memory";

    private static readonly Lazy<UserTestRun> s_run = new(static () => new UserTestRun(BootRun.Of(
        Machine.Direct.With(Oversold) with
        {
            Image = Tree.AuditedKernel,
            Archive = Tree.Programs,
            Memory = MemorySize.FromMebibytes(16),
        },
        Patience.Audit)));

    public static TheoryData<string> Cases => [.. UserTestRun.NamesOf(CaseNames.Shortage)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheCasePasses(string name) => Assert.Equal(["passed"], s_run.Value.Results[name]);

    [Fact]
    public void NoCaseRunsThatIsNotListed()
    {
        Assert.Equal(
            UserTestRun.NamesOf(CaseNames.Shortage).Append("warm-up").Order(StringComparer.Ordinal),
            s_run.Value.Results.Select(static result => result.Key).Order(StringComparer.Ordinal));
        s_run.Value.Boot.ExpectPassed();
        int refusals = s_run.Value.Boot.Lines.Sum(
            static line => Refused().Match(line) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 0);
        output.WriteLine($"{refusals} refusals for want of a frame");
        Assert.InRange(refusals, 60, 200);
    }

    [GeneratedRegex("refused ([0-9]+) times for want of a frame")]
    private static partial Regex Refused();
}
