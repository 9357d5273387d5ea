using System;
using System.Collections.Generic;
using Kernel.Diagnostics;
using Symbols.Dwarf;

namespace Symbols.Tables;

/// <summary>The unwind programs of a symbol table, each once.</summary>
internal sealed class UnwindPool
{
    private const uint SlotSize = 8;
    private readonly Dictionary<string, uint> _positions = [];
    private readonly List<byte> _bytes = [];

    /// <summary>The unwind word of a function.</summary>
    public uint Add(KernelFunction function)
    {
        if (function.IsTrapEntry)
        {
            return SymbolFormat.TrapEntry;
        }

        if (function.Frames.IsEmpty)
        {
            return SymbolFormat.NoUnwind;
        }

        byte[] program = Encode(function);
        string key = Convert.ToHexString(program);
        if (!_positions.TryGetValue(key, out uint position))
        {
            position = (uint)_bytes.Count;
            _positions.Add(key, position);
            _bytes.AddRange(program);
        }

        return position + SymbolFormat.FirstProgram;
    }

    /// <summary>The pool's bytes.</summary>
    public byte[] ToArray() => [.. _bytes];

    private static byte[] Encode(KernelFunction function)
    {
        var bytes = new TableBytes();
        bytes.AddVarint((uint)function.Frames.Length);
        bytes.AddVarint(function.Epilogues.PopBytes);
        uint offset = 0;
        foreach (UnwindRow row in function.Frames)
        {
            bytes.AddVarint(row.Offset - offset);
            bytes.AddVarint((Slots(row.CfaOffset, function) << 1) | (row.FromBp ? 1u : 0));
            bytes.AddVarint(Slots(row.BpOffset, function));
            offset = row.Offset;
        }

        return bytes.ToArray();
    }

    private static uint Slots(uint offset, KernelFunction function) => offset % SlotSize == 0
        ? offset / SlotSize
        : throw new SymbolsException($"{function.Name}: a frame offset of {offset} bytes is no multiple of {SlotSize}");
}
