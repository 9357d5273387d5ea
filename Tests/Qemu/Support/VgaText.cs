using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;

namespace QemuTests.Support;

/// <summary>The VGA text screen of 80 by 25 characters, read from its memory.</summary>
internal static partial class VgaText
{
    private const int Columns = 80;
    private const int Rows = 25;
    private const char Unknown = '\uFFFD';

    /// <summary>
    /// The rows of the screen from the top, without the spaces at their ends; what is no letter of the
    /// log shows as U+FFFD.
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

    // Code page 437, as far as the kernel's log needs it: ASCII, and the sign of microseconds.
    private static char Character(byte code) => code switch
    {
        0 => ' ',
        >= 0x20 and < 0x7F => (char)code,
        0xE6 => 'µ',
        _ => Unknown,
    };

    [GeneratedRegex(@"\b0x[0-9a-f]{2}(?<character>[0-9a-f]{2})\b")]
    private static partial Regex Half();
}
