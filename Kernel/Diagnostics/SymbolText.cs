using System;

namespace Kernel.Diagnostics;

/// <summary>The texts of a symbol table: a tree, in which a text is its parent's and then its own bytes.</summary>
internal static class SymbolText
{
    /// <summary>
    /// Writes as much of a text as fits. Returns the bytes written; a damaged text gives what of it could be read.
    /// </summary>
    public static int Write(ReadOnlySpan<byte> texts, uint text, Span<byte> destination) =>
        Write(texts, text, destination, SymbolFormat.MaxTextDepth);

    private static int Write(ReadOnlySpan<byte> texts, uint text, Span<byte> destination, int depth)
    {
        if (text == 0
            || depth == 0
            || !ByteCursor.TryCreate(texts, text, out ByteCursor cursor)
            || !cursor.TryReadVarint(out uint parent)
            || !cursor.TryReadBlock(out ReadOnlySpan<byte> own))
        {
            return 0;
        }

        int written = Write(texts, parent, destination, depth - 1);
        int count = own.Length < destination.Length - written ? own.Length : destination.Length - written;
        own[..count].CopyTo(destination[written..]);
        return written + count;
    }
}
