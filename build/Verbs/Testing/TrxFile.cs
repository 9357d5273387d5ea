using System;
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
    public static TestCounts Count(string path)
    {
        try
        {
            return XDocument.Load(path).Descendants(s_team + "UnitTestResult")
                .Select(result => CountOf((string?)result.Attribute("outcome")))
                .Aggregate(default(TestCounts), TestCounts.Add);
        }
        catch (Exception failure) when (failure is XmlException or IOException)
        {
            throw new VerbException($"the results in {path} cannot be read ({failure.Message})", "run the tests again");
        }
    }

    private static TestCounts CountOf(string? outcome) => outcome switch
    {
        "Passed" => new TestCounts(1, 0, 0),
        "NotExecuted" => new TestCounts(0, 0, 1),
        _ => new TestCounts(0, 1, 0),
    };
}
