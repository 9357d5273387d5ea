using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Symbols;

namespace Verbs.Covering;

/// <summary>The page of the docs that says what is reached and what is not.</summary>
public static class CoveragePage
{
    private const string Unknown = "not looked into";

    private const string Introduction = """
        # What of the kernel is reached

        ```sh
        ./build.sh coverage                       # run everything, and write this page; takes a quarter of an hour
        ./build.sh coverage --runs usertests      # only what has this in its name; writes nothing
        ./build.sh coverage --page page.md        # write another file
        ./build.sh coverage --seeds 20            # try more seeds of the program fuzz, keep those that reach new code
        ```

        The basic blocks of the linked kernel's upper half are counted: a block begins where a function begins, where a
        branch leads, and behind a branch. It is reached if QEMU has translated its first instruction (`-d in_asm`),
        which it does only with what is about to run. The tests of `Tests/Qemu` run kernels, too, that are made of the same
        rooms and break, audit or measure themselves: theirs count in functions that are the same code. What is not
        reached has its reason from `Tests/Qemu/Fuzzing/unreached.txt`.

        Where a test fails, or a machine ends otherwise than it should, the verb stops, and writes no page. Of `Tests/Qemu`
        it leaves out `UserTests` and `Fuzzing`, whose programs it runs by themselves, once instead of once for each
        result; `Figures`, which measures again and again what `bench` does here; and `Building`, whose kernels are copies.

        Behind some blocks nothing can follow but a panic: the compiler's checks of ranges, and the kernel's own of
        what never happens. Only a bug of the kernel leads there, and so a second figure leaves them all out.

        """;

    /// <summary>Writes the page.</summary>
    /// <param name="coverage">What was reached.</param>
    /// <param name="runs">What ran, in its order, and how many blocks only it and those behind it reached.</param>
    /// <param name="excuses">Why the rest was not.</param>
    /// <param name="page">The page.</param>
    public static void Write(
        Coverage coverage, IEnumerable<(string Name, int Blocks, int New)> runs, Excuses excuses,
        TextWriter page)
    {
        page.Write(Introduction);
        CodeBlock[] sound = [.. coverage.Blocks.Where(block => !coverage.IsFatal(block))];
        page.WriteLine($"\n{Share(coverage.Blocks, coverage)} of the kernel's basic blocks are reached;");
        page.WriteLine($"{Share(sound, coverage)} of those that do not lead to a panic in any case.");
        page.WriteLine("\n## By folder\n\n| folder | reached | of | % | others that lead to a panic |\n|---|---:|---:|---:|---:|");
        foreach (IGrouping<string, CodeBlock> folder in coverage.Blocks.GroupBy(static block => Folder(block.Function))
            .OrderBy(static folder => folder.Key, StringComparer.Ordinal))
        {
            page.WriteLine($"| {folder.Key} | {Row(folder, coverage)} |");
        }
        page.WriteLine("\n## By what runs\n\n| what runs | blocks | new |\n|---|---:|---:|");
        foreach ((string name, int blocks, int added) in runs)
        {
            page.WriteLine($"| {name} | {Number(blocks)} | {Number(added)} |");
        }
        WriteMissing(coverage, excuses, page);
    }

    private static void WriteMissing(Coverage coverage, Excuses excuses, TextWriter page)
    {
        page.WriteLine("\n## What is not reached");
        page.WriteLine("\nBut for those blocks that lead to a panic in any case:");
        ILookup<string, IGrouping<KernelFunction, CodeBlock>> missing = coverage.Blocks
            .GroupBy(static block => block.Function)
            .Where(function => function.Any(coverage.IsMissing))
            .ToLookup(function => excuses.For(function.Key.Name.ToString(), function.Key.File) ?? Unknown);
        foreach (string reason in (IEnumerable<string>)[.. excuses.Reasons, Unknown])
        {
            if (missing[reason].Any())
            {
                WriteReason(reason, missing[reason], coverage, page);
            }
        }
    }

    private static void WriteReason(
        string reason, IEnumerable<IGrouping<KernelFunction, CodeBlock>> functions, Coverage coverage, TextWriter page)
    {
        int blocks = functions.Sum(function => function.Count(coverage.IsMissing));
        page.WriteLine($"\n### {char.ToUpperInvariant(reason[0])}{reason[1..]}: {Number(blocks)} blocks\n");
        page.WriteLine("| function | reached | of | lines not reached |\n|---|---:|---:|---|");
        foreach (IGrouping<KernelFunction, CodeBlock> function in functions)
        {
            string lines = Coverage.LinesOf(function.Where(coverage.IsMissing));
            string place = function.Key.File.Length == 0 ? "" : $"{Path.GetFileName(function.Key.File)}: {lines}";
            page.WriteLine(
                $"| `{function.Key.Name}` | {function.Count(coverage.IsReached)} | {function.Count()} | {place} |");
        }
    }

    private static string Folder(KernelFunction function) => function.File.Length == 0
        ? "made by the compiler"
        : $"`{Path.GetDirectoryName(function.File)}/`";

    private static string Share(IEnumerable<CodeBlock> blocks, Coverage coverage) => string.Create(
        CultureInfo.InvariantCulture,
        $"{blocks.Count(coverage.IsReached):N0} of {blocks.Count():N0}, "
        + $"{100.0 * blocks.Count(coverage.IsReached) / blocks.Count():F1} %,");

    private static string Row(IEnumerable<CodeBlock> blocks, Coverage coverage)
    {
        int reached = blocks.Count(coverage.IsReached);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{reached:N0} | {blocks.Count():N0} | {100.0 * reached / blocks.Count():F1} | ")
            + Number(blocks.Count(block => !coverage.IsReached(block) && coverage.IsFatal(block)));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
