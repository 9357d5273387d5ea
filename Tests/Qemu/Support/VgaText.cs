using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Kernel.Console;
using Machines;

namespace QemuTests.Support;

/// <summary>The VGA text screen of 80 by 25 characters, read from its memory.</summary>
internal static partial class VgaText
{
    private const int Columns = 80;
    private const int Rows = 25;

    /// <summary>
    /// The rows of the screen from the top, without the spaces at their ends.
    /// </summary>
    public static string[] Read(RunningMachine machine)
    {
        // A cell is a character and its colours (IBM VGA Technical Reference, "Alphanumeric Modes").
        IEnumerable<char> cells = Half().Matches(machine.Ask($"xp /{Columns * Rows}hx 0xb8000"))
            .Select(static match => Character(Convert.ToByte(match.Groups["character"].Value, 16)));
        return [.. cells.Chunk(Columns).Select(static row => new string(row).TrimEnd())];
    }

    /// <summary>
    /// Waits until a row holds these words, and gives the screen; else the screen as it is when the time is over.
    /// </summary>
    public static string[] WaitFor(RunningMachine machine, string words, TimeSpan time) =>
        Polling.Until(() => Read(machine),
            rows => rows.Any(row => row.Contains(words, StringComparison.Ordinal)), time);

    private static char Character(byte code) => code == 0 ? ' ' : CodePage437.ToUnicode(code);

    [GeneratedRegex(@"\b0x[0-9a-f]{2}(?<character>[0-9a-f]{2})\b")]
    private static partial Regex Half();
}
