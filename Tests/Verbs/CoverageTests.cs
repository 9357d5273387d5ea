using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Machines;
using Symbols;
using Symbols.Names;
using Verbs.Covering;
using Xunit;

namespace Verbs.Tests;

/// <summary>Which blocks a kernel has, and which were reached.</summary>
public sealed class CoverageTests
{
    private const ulong Start = 0xFFFF_FFFF_8010_0000;

    // test edi,edi; je +3; xor eax,eax; ret; nop; mov eax,1; ret
    private static readonly byte[] s_code =
        [0x85, 0xFF, 0x74, 0x04, 0x31, 0xC0, 0xC3, 0x90, 0xB8, 0x01, 0x00, 0x00, 0x00, 0xC3];

    [Fact]
    public void BlocksBeginAtTargetsAndBehindBranchesAndGapsAreNone() => Assert.Equal(
        [Start, Start + 4, Start + 8], CodeBlocks.Of(Function(s_code), s_code).Select(static block => block.Start));

    [Fact]
    public void ACallEndsNoBlock()
    {
        byte[] code = [0xE8, 0x00, 0x00, 0x00, 0x00, 0xC3];
        Assert.Equal([Start], CodeBlocks.Of(Function(code), code).Select(static block => block.Start));
    }

    [Fact]
    public void OfALogOnlyInstructionsCount() => Assert.Equal(
        [Start, Start + 2],
        TranslationLog.Read(
            ["--------", "IN: f", $"0x{Start:x}:  85 ff  testl %edi, %edi", $"0x{Start + 2:x}:  74 04  je 8", "0x:", ""]));

    [Fact]
    public void WhatIsReachedIsCountedOnce()
    {
        var coverage = new Coverage([.. CodeBlocks.Of(Function(s_code), s_code)]);
        Assert.Equal(2, coverage.Add([Start, Start + 2, Start + 8]));
        Assert.Equal(0, coverage.Add([Start, Start + 3]));
        Assert.Equal((2, 3), (coverage.Reached, coverage.Blocks.Length));
    }

    [Fact]
    public void WhatAnotherKernelReachesCountsInFunctionsThatAreTheSameCode()
    {
        Coverage Kernel(ulong start, byte[] code) => new([.. CodeBlocks.Of(Function(code, start), code)]);
        const ulong there = Start + 0x1000;
        var reached = new HashSet<ulong> { there, there + 8 };
        byte[] branch = [.. s_code];
        branch[3] = 3;
        Assert.Equal([Start, Start + 8], Kernel(Start, s_code).Translate(Kernel(there, s_code), reached));
        Assert.Empty(Kernel(Start, s_code).Translate(Kernel(there, branch), reached));
        Assert.Empty(Kernel(Start, s_code).Translate(Kernel(there, [.. s_code, 0xC3]), reached));
    }

    [Fact]
    public void WhatCannotButPanicIsLeftOutOfTheSecondFigure()
    {
        // test edi,edi; je +6; call panic; int3; ret
        byte[] code = [0x85, 0xFF, 0x74, 0x06, 0xE8, 0xF7, 0x00, 0x00, 0x00, 0xCC, 0xC3];
        byte[] panic = [0xEB, 0xFE];
        KernelFunction stop = Function(panic, Start + 0x100, "Kernel.Metal.Panic.Stop");
        var coverage = new Coverage([.. CodeBlocks.Of(Function(code), code), .. CodeBlocks.Of(stop, panic)]);
        Assert.Equal(
            [Start + 4, Start + 0x100], coverage.Blocks.Where(coverage.IsFatal).Select(static block => block.Start));
        coverage.Add([Start]);
        Assert.Contains("1 of 4, 25.0 %, of the", Page(coverage, []), StringComparison.Ordinal);
        Assert.Contains("1 of 2, 50.0 %, of those", Page(coverage, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DebugExitPort.PassedByte, GuestVerdict.Passed, true)]
    [InlineData(DebugExitPort.FailedByte, GuestVerdict.Failed, true)]
    [InlineData(DebugExitPort.FailedByte, GuestVerdict.Passed, false)]
    [InlineData(DebugExitPort.PassedByte, GuestVerdict.None, false)]
    public void AMachineThatEndsOtherwiseStopsTheVerb(byte written, GuestVerdict end, bool isRight)
    {
        using var guest = new SectorGuest("a guest\n", written);
        string logs = Directory.CreateTempSubdirectory("logs-").FullName;
        Exception? failure = Record.Exception(() => new CoverageMachine("one", guest.Spec, end).Run(logs));
        Directory.Delete(logs, recursive: true);
        Assert.Equal(isRight, failure is null);
        Assert.True(isRight || failure is MachineException && failure.Message.Contains("one: ended with code"));
    }

    [Fact]
    public void TestsThatFailStopTheVerb()
    {
        var nowhere = new TestFolder(new Repository(Path.GetTempPath()), "Nothing");
        var failure = Assert.Throws<VerbException>(() => nowhere.Run(Path.GetTempPath()));
        Assert.Contains("tests in Tests/Qemu/Nothing have failed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASeedThatReachesSomethingNewIsKept()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "7 1000 # a reason\n");
        FuzzSeeds.Keep(file, new FuzzSeed(9, 50), 3);
        Assert.Equal([new FuzzSeed(7, 1000), new FuzzSeed(9, 50)], FuzzSeeds.Read(file));
        File.Delete(file);
    }

    [Fact]
    public void ThePageTellsWhatIsMissingAndWhy()
    {
        var coverage = new Coverage([.. CodeBlocks.Of(Function(s_code), s_code)]);
        coverage.Add([Start, Start + 8]);
        Assert.Contains("2 of 3, 66.7 %,", Page(coverage, []), StringComparison.Ordinal);
        Assert.Contains("### Not looked into: 1 blocks", Page(coverage, []), StringComparison.Ordinal);
        Assert.Contains("### It panics: 1 blocks", Page(coverage, ["f: it panics"]), StringComparison.Ordinal);
        Assert.Contains("| `f` | 2 | 3 |", Page(coverage, []), StringComparison.Ordinal);
    }

    [Fact]
    public void TheLongestBeginningIsTheReason()
    {
        var excuses = new Excuses(["A.: all of it", "# nothing", "A.B: this", "Kernel/X/: a folder"]);
        Assert.Equal("this", excuses.For("A.Bc", ""));
        Assert.Equal("all of it", excuses.For("A.C", "Kernel/X"));
        Assert.Equal("a folder", excuses.For("B", "Kernel/X/Y.cs"));
        Assert.Null(excuses.For("B", "Kernel/Y.cs"));
        Assert.Throws<VerbException>(static () => new Excuses(["A.B"]));
    }

    [Fact]
    public void SeedsAreTwoNumbersAndWhy()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "# all\n\n7 1000 # a reason\n");
        Assert.Equal([new FuzzSeed(7, 1000)], FuzzSeeds.Read(file));
        File.WriteAllText(file, "7\n");
        Assert.Throws<VerbException>(() => FuzzSeeds.Read(file));
        File.Delete(file);
    }

    private static string Page(Coverage coverage, IEnumerable<string> excuses)
    {
        using var page = new StringWriter();
        CoveragePage.Write(coverage, [("a run", 2, 2)], new Excuses(excuses), page);
        return page.ToString();
    }

    private static KernelFunction Function(byte[] code, ulong start = Start, string name = "f") => new(
        name, QualifiedName.Label(name), start, (ulong)code.Length, [], Epilogues.None, [], IsTrapEntry: false);
}
