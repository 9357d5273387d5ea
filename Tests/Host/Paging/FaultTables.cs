using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Kernel.Memory;
using Kernel.Simulation;

namespace Kernel.Tests.Host.Paging;

/// <summary>The tables of docs/05-fault-outcomes.md.</summary>
internal sealed class FaultTables
{
    private readonly Dictionary<string, int> _bits;
    private readonly (ulong Set, ulong Clear, FaultOutcome Outcome)[] _codes;
    private readonly Dictionary<string, FaultOutcome[]> _mappings;
    private readonly string[] _lines;

    public FaultTables()
    {
        using Stream stream = typeof(FaultTables).Assembly.GetManifestResourceStream("fault-outcomes.md")!;
        using var reader = new StreamReader(stream);
        _lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        _bits = Rows("bit").ToDictionary(static row => row[0], static row => int.Parse(row[1]));
        _codes = [.. Rows("all set").Select(row => (MaskOf(row[0]), MaskOf(row[1]), Enum.Parse<FaultOutcome>(row[2])))];
        _mappings = Rows("what is mapped").ToDictionary(
            static row => row[0], static row => row[1..].Select(Enum.Parse<FaultOutcome>).ToArray());
    }

    public IEnumerable<int> Bits => _bits.Values;

    public IEnumerable<string> Mappings => _mappings.Keys;

    /// <summary>The outcomes that the page speaks of.</summary>
    public IEnumerable<FaultOutcome> Outcomes =>
        _mappings.Values.SelectMany(static row => row).Concat(_codes.Select(static row => row.Outcome));

    /// <summary>What becomes of an error code on a kind of mapping.</summary>
    public FaultOutcome Of(string mapping, ulong code)
    {
        foreach ((ulong set, ulong clear, FaultOutcome outcome) in _codes)
        {
            bool isUndefined = set == Undefined && (code & Undefined) != 0;
            if (isUndefined || (set != Undefined && (code & set) == set && (code & clear) == 0))
            {
                return outcome;
            }
        }

        return _mappings[mapping][(int)KindOf(code)];
    }

    public AccessKind KindOf(ulong code) =>
        (code & MaskOf("I/D")) != 0 ? AccessKind.Fetch
        : (code & MaskOf("W/R")) != 0 ? AccessKind.Write
        : AccessKind.Read;

    private ulong Undefined => ~_bits.Values.Aggregate(0UL, static (mask, bit) => mask | 1UL << bit);

    private ulong MaskOf(string names) => names == "undefined"
        ? Undefined
        : names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(0UL, (mask, name) => mask | 1UL << _bits[name]);

    // The rows below the heading of the table whose first column is called that.
    private IEnumerable<string[]> Rows(string firstColumn) => _lines
        .SkipWhile(line => Cells(line).FirstOrDefault() != firstColumn)
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(Cells);

    private static string[] Cells(string line) => line.StartsWith('|')
        ? [.. line.Trim('|').Split('|').Select(static cell => cell.Trim().Trim('`'))]
        : [];
}
