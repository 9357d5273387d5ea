using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Mutants;

/// <summary>
/// <c>Mutants FILE FOLDER...</c>: judges the mutants whose numbers come in, a line each, by the tests in such folders
/// of <c>Tests/Host</c>. <c>FILE</c> keeps what is known of the tests for the next process. A line goes out before
/// each mutant, its number, and one after it: <c>passed</c>, or <c>failed</c> or <c>endless</c> and the test. Where a
/// mutant left something behind (<c>unsound</c>), or a test goes on for ever, there must be a new process.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        // Libraries of tests say something, too.
        TextWriter verdicts = Console.Out;
        Console.SetOut(TextWriter.Null);
        string file = arguments[0];
        List<TestRow> rows = TestList.In(arguments[1..]);
        var judge = new Judge(rows);
        TestList.Read(file, rows);
        if (judge.FindBroken() is { } broken)
        {
            verdicts.WriteLine($"broken {broken.Name}");
            return 1;
        }

        TestList.Write(file, rows);
        while (Console.ReadLine() is { } line)
        {
            verdicts.WriteLine(line);
            Verdict verdict = judge.Try(int.Parse(line, CultureInfo.InvariantCulture), out TestRow? killer);
            bool isUsable = killer is null || Judge.IsSound(killer);
            TestList.Write(file, rows);
            verdicts.WriteLine(
                verdict == Verdict.Failed && !isUsable
                    ? $"unsound {killer!.Name}"
                    : $"{verdict.ToString().ToLowerInvariant()} {killer?.Name}");
            if (!isUsable)
            {
                return 0;
            }
        }

        return 0;
    }
}
