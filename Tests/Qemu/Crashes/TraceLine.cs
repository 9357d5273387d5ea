using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace QemuTests.Crashes;

/// <summary>A line of a stack trace as the kernel prints it.</summary>
/// <param name="Method">Empty where the kernel knows none.</param>
/// <param name="File">The source file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Address">The instruction, or where it goes on after its call.</param>
internal sealed partial record TraceLine(string Method, string File, int Line, ulong Address)
{
    /// <summary>The trace in a report.</summary>
    public static TraceLine[] ReadAll(IReadOnlyList<string> report) =>
        [.. report.Select(static line => Pattern().Match(line)).Where(static match => match.Success).Select(Read)];

    private static TraceLine Read(Match match) => new(
        match.Groups["method"].Value,
        match.Groups["file"].Value,
        match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
        Convert.ToUInt64(match.Groups["address"].Value, 16));

    [GeneratedRegex(@"^at (?:(?<method>\S+) in (?<file>\S+):(?<line>\d+)  \[)?(?<address>0x[0-9a-f]{16})\]?$")]
    private static partial Regex Pattern();
}
