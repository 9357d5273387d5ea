using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace QemuTests.RingThree;

/// <summary>A space's pages as the kernel lists them (Tests/RingThreeImage/TableListing.cs).</summary>
internal static partial class ListedPages
{
    /// <summary>What the name of a step follows.</summary>
    public const string Step = "ring3 step ";

    /// <summary>The pages in these lines, by address.</summary>
    public static Dictionary<ulong, UserPage> Read(IEnumerable<string> lines)
    {
        var pages = new Dictionary<ulong, UserPage>();
        foreach (string line in lines)
        {
            if (Run().Match(line) is { Success: true } match)
            {
                Add(pages, match);
            }
        }
        return pages;
    }

    private static void Add(Dictionary<ulong, UserPage> pages, Match match)
    {
        ulong start = Convert.ToUInt64(match.Groups["start"].Value, 16);
        ulong frame = Convert.ToUInt64(match.Groups["frame"].Value, 16);
        ulong count = ulong.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        string rights = match.Groups["rights"].Value;
        for (ulong offset = 0; offset < count * UserPage.Size; offset += UserPage.Size)
        {
            pages.Add(start + offset, new UserPage(
                frame + offset,
                rights.Contains('w', StringComparison.Ordinal),
                rights.Contains('x', StringComparison.Ordinal)));
        }
    }

    [GeneratedRegex("^ring3 pages (?<start>[0-9a-f]+) (?<count>[0-9]+) (?<frame>[0-9a-f]+) (?<rights>r[w-][x-])$")]
    private static partial Regex Run();
}
