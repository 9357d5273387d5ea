using System;

namespace Kernel.Diagnostics;

/// <summary>What an instruction's address means in the source.</summary>
public readonly ref struct Symbol
{
    /// <summary>Describes an instruction.</summary>
    internal Symbol(ReadOnlySpan<byte> name, ReadOnlySpan<byte> file, uint line, uint offset)
    {
        Name = name;
        File = file;
        Line = line;
        Offset = offset;
    }

    /// <summary>Namespace, type and method, or an assembly label, in UTF-8.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The source file, relative to the repository's root, in UTF-8; empty where none is known.</summary>
    public ReadOnlySpan<byte> File { get; }

    /// <summary>The line in that file, from 1; 0 where none is known.</summary>
    public uint Line { get; }

    /// <summary>Bytes from the function's first instruction.</summary>
    public uint Offset { get; }
}
