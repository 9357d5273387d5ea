using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;

namespace QemuTests.Crashes;

/// <summary>What the kernel printed when it broke.</summary>
/// <param name="Verdict">What it said to QEMU.</param>
/// <param name="Lines">The report's lines, from its first on.</param>
internal sealed partial record CrashReport(GuestVerdict Verdict, IReadOnlyList<string> Lines)
{
    /// <summary>How a report begins.</summary>
    public const string Start = "KERNEL PANIC: ";

    /// <summary>The stack trace.</summary>
    public TraceLine[] Trace => TraceLine.ReadAll(Lines);

    /// <summary>The value of a register, by its name in the report.</summary>
    public ulong Register(string name) => Lines
        .SelectMany(static line => Registers().Matches(line))
        .Where(match => match.Groups["name"].Value == name)
        .Select(static match => Convert.ToUInt64(match.Groups["value"].Value, 16))
        .Single();

    /// <summary>Breaks a kernel in the way of that name.</summary>
    public static CrashReport Of(string crash)
    {
        MachineSpec spec = Machine.Direct with { Image = Tree.CrashingKernel };
        return In(BootRun.Of(spec.With($"test={crash}")));
    }

    /// <summary>The report in what a machine said.</summary>
    public static CrashReport In(BootRun run)
    {
        IEnumerable<string> lines = run.Lines
            .SkipWhile(static line => !line.StartsWith(Start, StringComparison.Ordinal));
        return new CrashReport(run.Verdict, [.. lines]);
    }

    [GeneratedRegex(@"\b(?<name>[A-Z][A-Z0-9]+)\s+(?<value>[0-9a-f]+)(?=\s|$)")]
    private static partial Regex Registers();
}
