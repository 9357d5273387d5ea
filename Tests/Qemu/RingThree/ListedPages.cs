using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace QemuTests.RingThree;

/// <summary>A space's pages as the kernel lists them (Tests/RingThreeImage/TableListing.cs), of 4 KiB each.</summary>
/// <param name="Frames">The physical address of each page's frame.</param>
/// <param name="Writable">Those that can be written to at once.</param>
/// <param name="Executable">Those that can be executed.</param>
internal sealed partial record ListedPages(
    Dictionary<ulong, ulong> Frames, HashSet<ulong> Writable, HashSet<ulong> Executable)
{
    /// <summary>What the name of a step follows.</summary>
    public const string Step = "ring3 step ";

    private const ulong PageSize = 4096;

    /// <summary>The pages in these lines.</summary>
    public static ListedPages Read(IEnumerable<string> lines)
    {
        var pages = new ListedPages([], [], []);
        foreach (string line in lines)
        {
            if (Run().Match(line) is { Success: true } match)
            {
                pages.Add(match);
            }
        }
        return pages;
    }

    private void Add(Match match)
    {
        ulong start = Convert.ToUInt64(match.Groups["start"].Value, 16);
        ulong frame = Convert.ToUInt64(match.Groups["frame"].Value, 16);
        ulong count = ulong.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        for (ulong offset = 0; offset < count * PageSize; offset += PageSize)
        {
            Frames.Add(start + offset, frame + offset);
            if (match.Groups["rights"].Value.Contains('w', StringComparison.Ordinal))
            {
                Writable.Add(start + offset);
            }
            if (match.Groups["rights"].Value.Contains('x', StringComparison.Ordinal))
            {
                Executable.Add(start + offset);
            }
        }
    }

    [GeneratedRegex("^ring3 pages (?<start>[0-9a-f]+) (?<count>[0-9]+) (?<frame>[0-9a-f]+) (?<rights>r[w-][x-])$")]
    private static partial Regex Run();
}
