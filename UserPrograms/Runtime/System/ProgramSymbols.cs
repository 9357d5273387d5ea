using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Diagnostics;

namespace System;

/// <summary>The names, lines and frames of the program's functions, which its file carries.</summary>
internal static unsafe class ProgramSymbols
{
    /// <summary>The table.</summary>
    internal static SymbolTable Table
    {
        get
        {
            byte* start = Start();
            return new SymbolTable(new ReadOnlySpan<byte>(start, (int)(End() - start)));
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("symbols_from")]
    private static extern byte* Start();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("symbols_to")]
    private static extern byte* End();
}
