using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Verbs.Testing;

/// <summary>One project's results, as <c>dotnet test --logger trx</c> writes them.</summary>
public static class TrxFile
{
    private static readonly XNamespace s_team = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Counts the results one by one: the file's own summary leaves skipped tests out.</summary>
    /// <exception cref="VerbException">The file is damaged.</exception>
    public static TestCounts Count(string path) =>
        Read(path).Select(static result => result.Counts).Aggregate(default(TestCounts), TestCounts.Add);

    /// <summary>The results, one by one.</summary>
    /// <exception cref="VerbException">The file is damaged.</exception>
    public static IReadOnlyList<TestResult> Read(string path)
    {
        try
        {
            XDocument file = XDocument.Load(path);
            Dictionary<string, string> classes = file.Descendants(s_team + "UnitTest").ToDictionary(
                static test => (string)test.Attribute("id")!,
                static test => (string?)test.Element(s_team + "TestMethod")?.Attribute("className") ?? "");
            return
            [
                .. file.Descendants(s_team + "UnitTestResult").Select(result => new TestResult(
                    NameOf(result, classes), CountOf((string?)result.Attribute("outcome")))),
            ];
        }
        catch (Exception failure) when (failure is XmlException or IOException)
        {
            throw new VerbException($"the results in {path} cannot be read ({failure.Message})", "run the tests again");
        }
    }

    // A test with a name of its own does not begin with its class.
    private static string NameOf(XElement result, Dictionary<string, string> classes)
    {
        string kind = classes.GetValueOrDefault((string?)result.Attribute("testId") ?? "", "");
        string name = (string?)result.Attribute("testName") ?? "";
        return name.StartsWith(kind, StringComparison.Ordinal) ? name : $"{kind}.{name}";
    }

    private static TestCounts CountOf(string? outcome) => outcome switch
    {
        "Passed" => new TestCounts(1, 0, 0),
        "NotExecuted" => new TestCounts(0, 0, 1),
        _ => new TestCounts(0, 1, 0),
    };
}
