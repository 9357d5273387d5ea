using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Verbs.Covering;

/// <summary>
/// What QEMU logs of the code that it translates (<c>-d in_asm</c>): it translates what is about to run, up to the next
/// branch, and so each instruction that is executed is there.
/// </summary>
public static class TranslationLog
{
    private const string Prefix = "0x";

    /// <summary>The words for QEMU that make it write such a log, of the code from one address to another.</summary>
    public static IReadOnlyList<string> Arguments(string file, ulong start, ulong end) =>
        ["-d", "in_asm", "-D", file, "-dfilter", $"0x{start:x}..0x{end - 1:x}"];

    /// <summary>The addresses of all instructions in a log; other lines say nothing.</summary>
    public static IEnumerable<ulong> Read(TextReader log)
    {
        while (log.ReadLine() is { } line)
        {
            int end = line.IndexOf(':', StringComparison.Ordinal);
            if (end > Prefix.Length && line.StartsWith(Prefix, StringComparison.Ordinal)
                && ulong.TryParse(
                    line.AsSpan(Prefix.Length, end - Prefix.Length), NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture, out ulong address))
            {
                yield return address;
            }
        }
    }
}
