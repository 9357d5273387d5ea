using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Symbols;
using Symbols.Elf;
using Symbols.Names;

namespace Verbs.Covering;

/// <summary>Which basic blocks of a kernel's upper half were reached.</summary>
public sealed class Coverage
{
    private const ulong UpperHalf = 0xFFFF_8000_0000_0000;

    private readonly HashSet<ulong> _reached = [];
    private readonly Dictionary<(string, ulong), KernelFunction> _functions;

    /// <summary>Nothing yet, of these blocks.</summary>
    public Coverage(ImmutableArray<CodeBlock> blocks)
    {
        Blocks = blocks;
        _functions = blocks.Select(static block => block.Function).DistinctBy(Key).ToDictionary(Key);
    }

    /// <summary>All blocks, in the order of their addresses.</summary>
    public ImmutableArray<CodeBlock> Blocks { get; }

    /// <summary>The address of the first block.</summary>
    public ulong Start => Blocks[0].Start;

    /// <summary>Behind the last function.</summary>
    public ulong End => Blocks[^1].Function.End;

    /// <summary>How many were reached.</summary>
    public int Reached => Blocks.Count(IsReached);

    /// <summary>The blocks of a linked kernel.</summary>
    /// <param name="elf">Its path.</param>
    /// <param name="assemblies">What it was compiled from, for the names.</param>
    public static Coverage Of(string elf, string[] assemblies)
    {
        ElfImage image = ElfImage.Load(elf);
        ImmutableArray<KernelFunction> functions =
            new FunctionReader(image, TypeCatalog.Load(assemblies), SourceRoot.Mapped).Read(new HashSet<string>());
        return new Coverage(
            [.. functions.Where(static function => function.Start >= UpperHalf)
                .SelectMany(each => CodeBlocks.Of(each, image.CodeAt(each.Start, each.Size).ToArray()))]);
    }

    /// <summary>More instructions were reached; how many blocks are new by that.</summary>
    public int Add(IEnumerable<ulong> addresses)
    {
        int before = Reached;
        _reached.UnionWith(addresses);
        return Reached - before;
    }

    /// <summary>
    /// What was reached in another kernel that has functions of this one: those of the same name and size. How many
    /// blocks are new by that.
    /// </summary>
    public int Add(Coverage other, IReadOnlySet<ulong> addresses) => Add(
        from block in other.Blocks
        where addresses.Contains(block.Start) && _functions.ContainsKey(Key(block.Function))
        select block.Start - block.Function.Start + _functions[Key(block.Function)].Start);

    /// <summary>Whether a block was reached.</summary>
    public bool IsReached(CodeBlock block) => _reached.Contains(block.Start);

    /// <summary>The source lines of a function's blocks that were not reached, as ranges: <c>12, 15-17</c>.</summary>
    public static string LinesOf(IEnumerable<CodeBlock> blocks)
    {
        uint[] lines = [.. blocks.Select(LineOf).Where(static line => line != 0).Distinct().Order()];
        List<(uint First, uint Last)> ranges = [];
        foreach (uint line in lines)
        {
            if (ranges.Count > 0 && ranges[^1].Last + 1 == line)
            {
                ranges[^1] = (ranges[^1].First, line);
            }
            else
            {
                ranges.Add((line, line));
            }
        }
        return string.Join(
            ", ",
            ranges.Select(static each => each.First == each.Last ? $"{each.First}" : $"{each.First}-{each.Last}"));
    }

    // The compiler's symbols begin with the assembly, which is another one in each kernel.
    private static (string, ulong) Key(KernelFunction function) =>
        (function.Symbol[(function.Symbol.IndexOf("_Kernel_", StringComparison.Ordinal) + 1)..], function.Size);

    private static uint LineOf(CodeBlock block) =>
        block.Function.Lines.LastOrDefault(row => row.Address <= block.Start && block.Start < row.End).Line;
}
