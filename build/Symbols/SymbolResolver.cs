using System.Collections.Immutable;
using Symbols.Dwarf;

namespace Symbols;

/// <summary>Finds the source of instructions on the host, straight from the debug information.</summary>
public sealed class SymbolResolver
{
    private readonly ImmutableArray<KernelFunction> _functions;

    /// <summary>A resolver for these functions, which are in the order of their addresses.</summary>
    public SymbolResolver(ImmutableArray<KernelFunction> functions) => _functions = functions;

    /// <summary>What the instruction at an address means; null where no function lies there.</summary>
    public SourceLocation? Resolve(ulong address) => Find(address) is { } function
        ? new SourceLocation(
            function.Name.ToString(), function.File, LineAt(function, address), (uint)(address - function.Start))
        : null;

    /// <summary>The function that has a byte at an address; null where none has.</summary>
    public KernelFunction? Find(ulong address)
    {
        int low = 0;
        int high = _functions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _functions[middle].Start <= address ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && address < _functions[low - 1].End ? _functions[low - 1] : null;
    }

    private static uint LineAt(KernelFunction function, ulong address)
    {
        uint line = function.Lines.IsEmpty ? 0 : function.Lines[0].Line;
        foreach (LineRow row in function.Lines)
        {
            line = row.Address <= address ? row.Line : line;
        }

        return line;
    }
}
