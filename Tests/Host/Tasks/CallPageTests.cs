using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Kernel.Abi;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>docs/system-calls.md and the code say the same.</summary>
public sealed partial class CallPageTests
{
    private static readonly string s_page = Read();

    [Fact]
    public void EveryCallIsThereWithItsNumber() => Assert.Equal(
        Enum.GetValues<SystemCall>().Select(static call => $"{call} {(int)call}"),
        Heading().Matches(s_page).Select(static match => match.Groups[1].Value));

    [Fact]
    public void EveryErrorIsThereWithItsNumber() => Assert.Equal(
        Enum.GetValues<CallError>().Where(static error => error != CallError.None)
            .Select(static error => $"{(int)error} {error}"),
        Numbered().Matches(s_page).Select(static match => $"{match.Groups[1].Value} {match.Groups[2].Value}"));

    [Fact]
    public void TheTablesOfCallsNameErrorsThatThereAre() => Assert.All(
        Fault().Matches(s_page).Select(static match => match.Groups[1].Value),
        static name => Assert.True(name is "error" or "number" || Enum.TryParse<CallError>(name, out _), name));

    private static string Read()
    {
        using Stream stream = typeof(CallPageTests).Assembly.GetManifestResourceStream("system-calls.md")!;
        return new StreamReader(stream).ReadToEnd();
    }

    [GeneratedRegex(@"^## (\w+ \d+):", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| (\d+) \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\| ([A-Za-z]+) \| .* \|$", RegexOptions.Multiline)]
    private static partial Regex Fault();
}
