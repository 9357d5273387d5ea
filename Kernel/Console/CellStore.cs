using System.Runtime.CompilerServices;

namespace Kernel.Console;

/// <summary>The cells of the largest screen, row after row.</summary>
[InlineArray(MaximumRows * MaximumColumns)]
internal struct CellStore
{
    /// <summary>The most columns; a row takes as many cells, used or not. A multiple of 4.</summary>
    public const int MaximumColumns = 240;

    /// <summary>The most rows.</summary>
    public const int MaximumRows = 100;

    private ushort _first;
}
