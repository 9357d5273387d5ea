using System;
using System.Linq;
using QemuTests.Support;
using Xunit;

namespace QemuTests;

/// <summary>The programs of the image, as init starts them.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    public void TheProgramsTalkForkAndEnd(string processor)
    {
        BootRun run = BootRun.Of(Machine.Direct with { Archive = Tree.Programs, Processor = processor });
        run.ExpectPassed();
        Assert.Contains(run.Lines, static line => line.StartsWith("hello, ring 3! I am task ", StringComparison.Ordinal));
        string[] expected =
        [
            "init: hello ended with code 7",
            "language: sum 1047, 6 shapes, 2 squares, origin made at start",
            "language: boxed 1047, unboxed 1048, is string: no",
            "language: delegates: 15, 42",
            "language: statics: first, 3, 81",
            "language: Point { X = 1, Y = 2 }",
            "init: language ended with code 0",
            "family: 15 tasks in 4 generations",
            "cow: 0 bytes were copied on the way",
            "pages: 0 bytes copied, 1,024 pages shared",
            "pages: the receiver found 0 wrong pages",
            "crash: 53 ways to go wrong, 0 surprises",
            "talk: 5000 bytes came back, the same",
            "talk: asked to fail, and the other one has ended",
            "init: echo ended with code 255",
            "init: talk ended with code 0",
            "init: echo says \"I am new here\"",
        ];
        Assert.All(expected, line => Assert.Contains(line, run.Lines));
        Assert.Equal(46, run.Lines.Count(static line => line.Contains(", crash, is ended: ", StringComparison.Ordinal)));
        Assert.EndsWith("the first program has ended", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void WhoSharesAFrameIsSeenAsItIsWritten()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Archive = Tree.Programs });
        string[] expected =
        [
            "cow: third task, page 2 written",
            "page 0: 01234567, owners 3, shared",
            "page 1: 89abcdef, owners 3, shared",
            "page 2: c001d00d, owners 1, its own",
            "page 3: cafebafe, owners 3, shared",
            "cow: second task, page 1 written",
            "page 0: 01234567, owners 3, shared",
            "page 1: feedc0de, owners 1, its own",
            "page 2: deadbeef, owners 2, shared",
            "page 3: cafebafe, owners 3, shared",
        ];
        Assert.Equal(expected, run.Lines
            .Select(static line => line.Trim())
            .SkipWhile(line => line != expected[0])
            .Take(expected.Length));
    }

    [Fact]
    public void AFailureTellsTheWayThatLedThere()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Archive = Tree.Programs });
        string[] trace = [.. run.Lines
            .SkipWhile(static line => !line.EndsWith("failed: thrown on purpose", StringComparison.Ordinal))
            .Skip(1)
            .Select(static line => line.Trim())
            .TakeWhile(static line => line.StartsWith("at ", StringComparison.Ordinal))];
        Assert.StartsWith("at UserPrograms.Mistakes.Make in UserPrograms/Crash/Mistakes.cs:", trace[0], StringComparison.Ordinal);
        Assert.StartsWith("at Program.<Main>$ in UserPrograms/Crash/Program.cs:", trace[1], StringComparison.Ordinal);
        Assert.StartsWith("at _start in UserPrograms/Runtime/start.asm:", trace[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("halt", "halt in UserPrograms/Crash/misdeeds.asm:")]
    [InlineData("null call", "null_call in UserPrograms/Crash/misdeeds.asm:")]
    [InlineData(
        "null reference",
        "UserPrograms.Mistakes.Make in UserPrograms/Crash/Mistakes.cs:",
        "Program.<Main>$ in UserPrograms/Crash/Program.cs:",
        "Crash__Module___StartupCodeMain  [",
        "_start in UserPrograms/Runtime/start.asm:")]
    public void AReportNamesTheFunctionAndItsCallers(string deed, params string[] functions)
    {
        BootRun run = BootRun.Of(Machine.Direct with { Archive = Tree.Programs });
        const string mark = " error:   at ";
        string[] trace = [.. run.Lines
            .TakeWhile(line => !line.StartsWith($"crash: {deed} ", StringComparison.Ordinal))
            .Reverse()
            .TakeWhile(static line => line.Contains(mark, StringComparison.Ordinal))
            .Select(static line => line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..])
            .Reverse()];
        Assert.Equal(functions.Length, trace.Length);
        Assert.All(functions.Zip(trace), static each => Assert.StartsWith(each.First, each.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void AnArchiveThatIsNoneIsReportedAndTheKernelComesUp()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Archive = Tree.Kernel });
        Assert.Contains(run.Lines, static line => line.Contains("the archive of programs is damaged", StringComparison.Ordinal));
    }
}
