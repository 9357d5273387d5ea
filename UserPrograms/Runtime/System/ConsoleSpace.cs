using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// Where text for the console is put together. A hole's value can print in its turn: then the two are at work at the
/// same time, and so on to a depth that is plenty.
/// </summary>
internal static class ConsoleSpace
{
    private const int Bytes = 1024;
    private const int Depth = 4;

    private static Space s_space;
    private static int s_open;

    /// <summary>Room for one text.</summary>
    internal static Span<byte> Open()
    {
        Span<byte> all = s_space;
        return all.Slice(s_open++ % Depth * Bytes, Bytes);
    }

    /// <summary>The text that was opened last is printed.</summary>
    internal static void Close() => s_open--;

    [InlineArray(Bytes * Depth)]
    private struct Space
    {
        private byte _first;
    }
}
