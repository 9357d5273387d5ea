using System;

namespace Kernel.Diagnostics;

/// <summary>
/// What the symbol table says of one function; the fields are described in <see cref="SymbolFormat"/>.
/// </summary>
internal ref struct FunctionRecord
{
    /// <summary>The first byte, counted from the table's base address.</summary>
    public uint Start;

    /// <summary>The size in bytes.</summary>
    public uint Size;

    /// <summary>The text of the type.</summary>
    public uint Type;

    /// <summary>The text of the method.</summary>
    public uint Method;

    /// <summary>The text of the source file.</summary>
    public uint File;

    /// <summary>How the function's frame is unwound.</summary>
    public uint Unwind;

    /// <summary>Where the epilogues end.</summary>
    public ReadOnlySpan<byte> Epilogues;

    /// <summary>The line of the first byte; 0 where none is known.</summary>
    public uint FirstLine;

    /// <summary>The line program.</summary>
    public ReadOnlySpan<byte> Lines;

    /// <summary>Whether the function has a byte at this offset from the base address.</summary>
    public readonly bool Contains(uint offset) => offset - Start < Size && offset >= Start;

    /// <summary>
    /// Reads the record at the cursor; <paramref name="end"/> is where the function before ended, and becomes this
    /// one's end.
    /// </summary>
    public static bool TryRead(scoped ref ByteCursor cursor, scoped ref uint end, out FunctionRecord record)
    {
        record = default;
        if (!cursor.TryReadVarint(out uint gap)
            || !cursor.TryReadVarint(out record.Size)
            || !cursor.TryReadVarint(out record.Type)
            || !cursor.TryReadVarint(out record.Method)
            || !cursor.TryReadVarint(out record.File)
            || !cursor.TryReadVarint(out record.Unwind)
            || !cursor.TryReadBlock(out record.Epilogues)
            || !cursor.TryReadVarint(out record.FirstLine)
            || !cursor.TryReadBlock(out record.Lines))
        {
            return false;
        }

        record.Start = end + gap;
        end = record.Start + record.Size;
        return true;
    }
}
