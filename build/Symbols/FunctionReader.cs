using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Symbols.Dwarf;
using Symbols.Elf;
using Symbols.Names;

namespace Symbols;

/// <summary>Puts together all that a linked file says of its functions.</summary>
public sealed class FunctionReader
{
    private const uint FirstHiddenLine = 0xF0_0000;
    private readonly ElfImage _image;
    private readonly Demangler _demangler;
    private readonly DwarfLines _lines;
    private readonly Dictionary<ulong, FrameDescription> _frames = [];
    private readonly SourceRoot _root;

    /// <summary>A reader of this file.</summary>
    /// <exception cref="SymbolsException">The debug information is damaged, or of a kind that is not
    /// understood.</exception>
    public FunctionReader(ElfImage image, TypeCatalog types, SourceRoot root)
    {
        ArgumentNullException.ThrowIfNull(image);
        _image = image;
        _demangler = new Demangler(types);
        _lines = DwarfLines.Read(image);
        _root = root;
        foreach (FrameDescription frame in CallFrames.Read(image))
        {
            _frames.TryAdd(frame.Start, frame);
        }
    }

    /// <summary>The functions, in the order of their addresses; one of those that share an address.</summary>
    /// <param name="trapEntries">The symbols of those that call with a trap frame on top of the stack.</param>
    public ImmutableArray<KernelFunction> Read(IReadOnlySet<string> trapEntries)
    {
        ArgumentNullException.ThrowIfNull(trapEntries);
        ElfSymbol[] labels = [.. _image.Symbols
            .Where(IsFunction)
            .GroupBy(static symbol => symbol.Value)
            .Select(BestOf)
            .OrderBy(static symbol => symbol.Value)];
        var functions = ImmutableArray.CreateBuilder<KernelFunction>();
        for (int i = 0; i < labels.Length; i++)
        {
            ulong size = SizeOf(labels[i], i + 1 < labels.Length ? labels[i + 1].Value : ulong.MaxValue);
            if (size != 0)
            {
                functions.Add(Describe(labels[i], size, trapEntries.Contains(labels[i].Name)));
            }
        }

        return functions.ToImmutable();
    }

    private bool IsFunction(ElfSymbol symbol) =>
        symbol.IsLabel
        && symbol.Section < _image.Sections.Length
        && _image.Sections[symbol.Section].IsCode
        && symbol.Name.Length != 0
        && (symbol.IsFunction || !symbol.Name.Contains('.', StringComparison.Ordinal));

    private ElfSymbol BestOf(IEnumerable<ElfSymbol> aliases) =>
        aliases.OrderByDescending(Rank).ThenBy(static symbol => symbol.Name, StringComparer.Ordinal).First();

    private int Rank(ElfSymbol symbol) =>
        _demangler.TryDemangle(symbol.Name, out _) ? 3
        : symbol.IsFunction ? 2
        : symbol.Name.StartsWith("__", StringComparison.Ordinal) ? 0
        : 1;

    private ulong SizeOf(ElfSymbol symbol, ulong next)
    {
        ElfSection section = _image.Sections[symbol.Section];
        ulong known = _frames.TryGetValue(symbol.Value, out FrameDescription? frame) ? frame.Size : symbol.Size;
        ulong limit = Math.Min(next, section.Address + section.Size) - symbol.Value;
        return known == 0 ? limit : Math.Min(known, limit);
    }

    private KernelFunction Describe(ElfSymbol symbol, ulong size, bool isTrapEntry)
    {
        ulong start = symbol.Value;
        ReadOnlySpan<byte> code = _image.CodeAt(start, size);
        bool described = _frames.TryGetValue(start, out FrameDescription? frame);
        ImmutableArray<UnwindRow> rows = described ? frame!.Rows : CodeScan.FindLeafFrame(code, start);
        return new KernelFunction(
            symbol.Name,
            _demangler.Demangle(symbol.Name),
            start,
            size,
            rows,
            described ? CodeScan.FindEpilogues(code, start, rows) : Epilogues.None,
            LinesOf(start, start + size),
            isTrapEntry);
    }

    private ImmutableArray<LineRow> LinesOf(ulong start, ulong end)
    {
        LineRow[] rows = [.. _lines.Between(start, end).Where(static row => row.Line is > 0 and < FirstHiddenLine)];
        return [.. rows
            .Where(row => row.File == rows[0].File)
            .Select(row => row with { File = _root.Relative(row.File), End = Math.Min(row.End, end) })];
    }
}
