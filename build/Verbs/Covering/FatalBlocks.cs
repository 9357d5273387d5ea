using System;
using System.Collections.Generic;
using System.Linq;

namespace Verbs.Covering;

/// <summary>Blocks behind which nothing can follow but the kernel's panic: only a bug of the kernel leads to them.</summary>
public static class FatalBlocks
{
    /// <summary>
    /// The addresses of the blocks that come to a function whose name begins so, whatever way they go.
    /// </summary>
    public static HashSet<ulong> Of(IReadOnlyList<CodeBlock> blocks, string name)
    {
        HashSet<ulong> fatal =
        [
            .. blocks.Select(static block => block.Function).Distinct()
                .Where(function => function.Name.ToString().StartsWith(name, StringComparison.Ordinal))
                .Select(static function => function.Start),
        ];
        int before;
        do
        {
            before = fatal.Count;
            fatal.UnionWith(
                from block in blocks
                where block.Calls.Any(fatal.Contains) || (block.Next.Length > 0 && block.Next.All(fatal.Contains))
                select block.Start);
        }
        while (fatal.Count > before);
        return fatal;
    }
}
