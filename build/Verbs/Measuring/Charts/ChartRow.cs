using System.Collections.Generic;

namespace Verbs.Measuring.Charts;

/// <summary>A row of the chart.</summary>
/// <param name="Figure">The figure's name, for ours and for Linux's.</param>
/// <param name="Words">What it is, in words.</param>
public sealed record ChartRow(string Figure, string Words)
{
    /// <summary>All rows, from the top.</summary>
    public static IReadOnlyList<ChartRow> All { get; } =
    [
        new("null-call", "a call that does nothing"),
        new("round-trip", "a round trip of 32 bytes"),
        new("round-trip-handles", "a handle there and back"),
        new("yield", "a switch by yield"),
        new("message-4KiB", "a message of 4 KiB"),
        new("message-64KiB", "a message of 64 KiB"),
        new("message-1MiB", "a message of 1 MiB"),
        new("message-1MiB-unaligned", "the same, a byte apart"),
        new("map-unmap-page", "a page mapped, unmapped"),
        new("demand-zero-fault", "a page's first touch"),
        new("write-fault-first-after-fork", "the first write after a fork"),
        new("write-fault-copy", "the next one"),
        new("fork-exit-wait-1MiB", "fork, exit, wait: 1 MiB"),
        new("fork-exit-wait-256MiB", "fork, exit, wait: 256 MiB"),
        new("boot-to-program", "boot to the first program"),
    ];
}
