using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Verbs.Traces;

/// <summary>
/// The stack trace of a panic, once more, with what only the host knows: every function of the ELF file.
/// </summary>
internal static class PanicTrace
{
    private const string Heading = "Stack trace:";
    private const string Frame = "  at ";

    /// <summary>The lines of the last stack trace in a log, resolved here; none where nobody panicked.</summary>
    public static IReadOnlyList<string> Resolve(IEnumerable<string> log, AddressReader addresses)
    {
        string[] lines = [.. log];
        int heading = Array.FindLastIndex(lines, static line => line.TrimEnd() == Heading);
        return heading < 0
            ? []
            : [.. lines.Skip(heading + 1)
                .TakeWhile(static line => line.StartsWith(Frame, StringComparison.Ordinal))
                .SelectMany(addresses.Read)
                .Select(static location => $"{Frame}{location}")];
    }

    /// <summary>Shows it on the terminal, where the log that QEMU left behind has one.</summary>
    public static void Show(string log, Repository repository)
    {
        if (!File.Exists(log) || !File.ReadLines(log).Any(static line => line.StartsWith("KERNEL PANIC", StringComparison.Ordinal)))
        {
            return;
        }

        Console.WriteLine("The same stack trace, resolved on the host:");
        foreach (string line in Resolve(File.ReadLines(log), SymbolizeVerb.ReaderFor(repository)))
        {
            Console.WriteLine(line);
        }
    }
}
