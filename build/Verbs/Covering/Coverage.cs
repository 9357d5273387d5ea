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
    private const string Panic = "Kernel.Metal.Panic.";
    private const ulong UpperHalf = 0xFFFF_8000_0000_0000;

    private readonly HashSet<ulong> _reached = [];
    private readonly HashSet<ulong> _fatal;
    private readonly Dictionary<(string, ulong), CodeBlock[]> _functions;

    /// <summary>Nothing yet, of these blocks.</summary>
    public Coverage(ImmutableArray<CodeBlock> blocks)
    {
        Blocks = blocks;
        _fatal = FatalBlocks.Of(blocks, Panic);
        _functions = blocks.GroupBy(static block => Key(block.Function))
            .ToDictionary(static function => function.Key, static function => function.ToArray());
    }

    /// <summary>All blocks, in the order of their addresses.</summary>
    public ImmutableArray<CodeBlock> Blocks { get; }

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
    /// The blocks of this kernel that are reached where addresses in another one are: in functions of the same name and
    /// size whose blocks lie alike.
    /// </summary>
    public IEnumerable<ulong> Translate(Coverage other, IReadOnlySet<ulong> addresses) =>
        from function in other._functions
        where _functions.ContainsKey(function.Key)
            && Offsets(function.Value).SequenceEqual(Offsets(_functions[function.Key]))
        from pair in function.Value.Zip(_functions[function.Key])
        where addresses.Contains(pair.First.Start)
        select pair.Second.Start;

    /// <summary>Whether a block was reached.</summary>
    public bool IsReached(CodeBlock block) => _reached.Contains(block.Start);

    /// <summary>Whether nothing but a panic can follow.</summary>
    public bool IsFatal(CodeBlock block) => _fatal.Contains(block.Start);

    /// <summary>Whether it was not reached although something else than a panic can follow.</summary>
    public bool IsMissing(CodeBlock block) => !IsReached(block) && !IsFatal(block);

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

    private static IEnumerable<ulong> Offsets(CodeBlock[] blocks) =>
        blocks.Select(static block => block.Start - block.Function.Start);

    private static uint LineOf(CodeBlock block) =>
        block.Function.Lines.LastOrDefault(row => row.Address <= block.Start && block.Start < row.End).Line;
}
