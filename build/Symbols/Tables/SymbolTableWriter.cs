using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Kernel.Diagnostics;

namespace Symbols.Tables;

/// <summary>Makes the symbol table that the kernel carries; <c>SymbolFormat</c> describes it.</summary>
public static class SymbolTableWriter
{
    /// <summary>
    /// The table of these functions, which are in the order of their addresses. Those that lie 4 GiB or more below the
    /// last one are left out: start-up code that runs before the kernel is at its own address.
    /// </summary>
    public static byte[] Write(ImmutableArray<KernelFunction> functions)
    {
        KernelFunction[] near = [.. functions.Where(each => functions[^1].End - each.Start <= uint.MaxValue)];
        ulong start = near.Length == 0 ? 0 : near[0].Start;
        var texts = new TextPool();
        var unwinds = new UnwindPool();
        var records = new TableBytes();
        var index = new List<(uint Start, uint Record)>();
        ulong end = start;
        foreach ((int number, KernelFunction function) in near.Index())
        {
            if (number % SymbolFormat.FunctionsPerGroup == 0)
            {
                end = function.Start;
                index.Add(((uint)(end - start), (uint)records.Count));
            }

            AddRecord(records, function, (uint)(function.Start - end), texts, unwinds);
            end = function.End;
        }

        return Assemble(start, index, texts.ToArray(), unwinds.ToArray(), records.ToArray());
    }

    private static void AddRecord(
        TableBytes records, KernelFunction function, uint gap, TextPool texts, UnwindPool unwinds)
    {
        int nameAt = function.File.LastIndexOf('/') + 1;
        records.AddVarint(gap);
        records.AddVarint((uint)function.Size);
        records.AddVarint(texts.Add(texts.Add(0, function.Name.NamespacePrefix), function.Name.TypePrefix));
        records.AddVarint(texts.Add(0, function.Name.Method));
        records.AddVarint(texts.Add(texts.Add(0, function.File[..nameAt]), function.File[nameAt..]));
        records.AddVarint(unwinds.Add(function));
        records.AddBlock(EncodeEpilogues(function));
        records.AddVarint(function.Lines.IsEmpty ? 0 : function.Lines[0].Line);
        records.AddBlock(LineEncoder.Encode(function));
    }

    private static byte[] EncodeEpilogues(KernelFunction function)
    {
        var bytes = new TableBytes();
        uint last = 0;
        foreach (uint end in function.Epilogues.Ends)
        {
            bytes.AddVarint(end - last);
            last = end;
        }

        return bytes.ToArray();
    }

    private static byte[] Assemble(
        ulong start, List<(uint Start, uint Record)> index, byte[] texts, byte[] unwinds, byte[] records)
    {
        int textsAt = SymbolFormat.HeaderSize + (index.Count * SymbolFormat.GroupSize);
        int unwindsAt = textsAt + texts.Length;
        int recordsAt = unwindsAt + unwinds.Length;
        using var table = new MemoryStream(recordsAt + records.Length);
        using var writer = new BinaryWriter(table);
        writer.Write(SymbolFormat.Magic);
        writer.Write(SymbolFormat.Version);
        writer.Write(start);
        writer.Write(index.Count);
        writer.Write(textsAt);
        writer.Write(unwindsAt);
        writer.Write(recordsAt);
        foreach ((uint group, uint record) in index)
        {
            writer.Write(group);
            writer.Write(record);
        }

        writer.Write(texts);
        writer.Write(unwinds);
        writer.Write(records);
        return table.ToArray();
    }
}
