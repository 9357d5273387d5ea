using System;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>Each thing that can be wrong with a program's file is named.</summary>
public sealed class ElfErrorTests : IDisposable
{
    private const int Constants = 1;
    private const int Code = 2;
    private const int Note = 3;
    private const int Data = 4;
    private const int Symbols = 5;

    private static readonly (string Name, byte[] File, ElfError Error)[] s_cases =
    [
        ("nothing", [], ElfError.TooShort),
        ("63 bytes", ElfBuilder.Sample.Build()[..63], ElfError.TooShort),
        ("a script", Encoding.ASCII.GetBytes("#!/bin/sh\n".PadRight(100)), ElfError.NotElf),
        ("of 32 bits", ElfBuilder.Changed(4, 1, 1), ElfError.ClassNot64),
        ("big-endian", ElfBuilder.Changed(5, 1, 2), ElfError.NotLittleEndian),
        ("of version 0", ElfBuilder.Changed(6, 1, 0), ElfError.UnknownVersion),
        ("of version 2 below", ElfBuilder.Changed(20, 4, 2), ElfError.UnknownVersion),
        ("for another system", ElfBuilder.Changed(7, 1, 9), ElfError.UnknownAbi),
        ("with flags", ElfBuilder.Changed(48, 4, 1), ElfError.UnknownAbi),
        ("an object", ElfBuilder.Changed(16, 2, 1), ElfError.NotExecutable),
        ("position-independent", ElfBuilder.Changed(16, 2, 3), ElfError.NotExecutable),
        ("for Arm", ElfBuilder.Changed(18, 2, 183), ElfError.NotX64),
        ("a header of 52 bytes", ElfBuilder.Changed(52, 2, 52), ElfError.HeaderSize),
        ("program headers of 32 bytes", ElfBuilder.Changed(54, 2, 32), ElfError.HeaderSize),
        ("33 program headers", ElfBuilder.Changed(56, 2, 33), ElfError.TooManyHeaders),
        ("65,535 program headers", ElfBuilder.Changed(56, 2, 0xFFFF), ElfError.TooManyHeaders),
        ("cut off in the program headers", ElfBuilder.Sample.Build()[..(64 + (6 * 56) - 1)],
            ElfError.HeadersOutsideFile),
        ("program headers behind all", ElfBuilder.Changed(32, 8, ulong.MaxValue), ElfError.HeadersOutsideFile),
        ("an interpreter", With(Note, static part => part with { Type = 3 }), ElfError.NeedsInterpreter),
        ("dynamic", With(Note, static part => part with { Type = 2 }), ElfError.NeedsLinking),
        ("thread-local", With(Note, static part => part with { Type = 7 }), ElfError.NeedsThreadStorage),
        ("a stack with code", With(0, static part => part with { Flags = 7 }), ElfError.NeedsExecutableStack),
        ("symbols twice", With(Note, static part => part with { Type = ElfPart.Symbols }), ElfError.SymbolsRepeated),
        ("symbols outside", With(Symbols, static part => part with { FileSize = 21 }), ElfError.SymbolsOutsideFile),
        ("too many segments", ProgramFileTests.ManySegments(ProgramFile.MaxSegments + 1), ElfError.TooManySegments),
        ("less in memory", With(Code, static part => part with { MemorySize = 4999 }), ElfError.SegmentTooLong),
        ("nothing in memory", With(Code, static part => part with { MemorySize = 0 }), ElfError.SegmentTooLong),
        ("contents behind the end", With(Code, static part => part with { Offset = 0x7000 }),
            ElfError.SegmentOutsideFile),
        ("contents that wrap", With(Data, static part => part with { Offset = ulong.MaxValue - 15 }),
            ElfError.SegmentOutsideFile),
        ("contents too long", With(Data, static part => part with { FileSize = 0x2000 }), ElfError.SegmentOutsideFile),
        ("an alignment of 24", With(Code, static part => part with { Alignment = 24 }), ElfError.SegmentAlignment),
        ("an alignment that is not kept", With(Code, static part => part with { Alignment = 4096 }),
            ElfError.SegmentAlignment),
        ("page zero", With(Constants, static part => part with { Address = 0xFF0 }), ElfError.SegmentOutsideUserSpace),
        ("the kernel's half", With(Data, static part => part with { Address = 0xFFFF_8000_0000_0000 }),
            ElfError.SegmentOutsideUserSpace),
        ("the last page", With(Data, static part => part with { Address = 0x7FFF_FFFF_D000 }),
            ElfError.SegmentOutsideUserSpace),
        ("one byte too far", With(Data, static part => part with { Address = 0x7FFF_FFFF_C010, MemorySize = 0x2FF1 }),
            ElfError.SegmentOutsideUserSpace),
        ("a size that wraps", With(Data, static part => part with { MemorySize = ulong.MaxValue }),
            ElfError.SegmentOutsideUserSpace),
        ("no rights", With(Constants, static part => part with { Flags = 0 }), ElfError.SegmentFlags),
        ("a right of its own", With(Constants, static part => part with { Flags = 0x10_0004 }), ElfError.SegmentFlags),
        ("everything at once", With(Data, static part => part with { Flags = 7 }), ElfError.WritableAndExecutable),
        ("write and execute", With(Data, static part => part with { Flags = 3 }), ElfError.WritableAndExecutable),
        ("out of order", With(Constants, static part => part with { Address = 0x50_0120 }),
            ElfError.SegmentsNotAscending),
        ("over each other", With(Constants, static part => part with { MemorySize = 0xEE1 }),
            ElfError.SegmentsShareAPage),
        ("in the same page", With(Data, static part => part with { Address = 0x40_2FF0 }), ElfError.SegmentsShareAPage),
        ("an entry before the code", ElfBuilder.Changed(24, 8, ElfBuilder.Entry - 1), ElfError.EntryNotExecutable),
        ("an entry behind the code", ElfBuilder.Changed(24, 8, ElfBuilder.Entry + 5000), ElfError.EntryNotExecutable),
        ("an entry in the data", ElfBuilder.Changed(24, 8, 0x40_3FF0), ElfError.EntryNotExecutable),
        ("no program headers", ElfBuilder.Changed(56, 2, 0), ElfError.EntryNotExecutable),
    ];

    public ElfErrorTests() => SimMachine.Reset();

    public static TheoryData<string> Names => [.. s_cases.Select(static one => one.Name)];

    public void Dispose() => SimMachine.Reset();

    [Theory]
    [MemberData(nameof(Names))]
    public void EachErrorIsNamed(string name)
    {
        (string _, byte[] file, ElfError error) = s_cases.Single(one => one.Name == name);
        Assert.Equal(error, ProgramFile.TryDecode(file, out _));
    }

    [Fact]
    public void EveryErrorHasACase() => Assert.Equal(
        Enum.GetValues<ElfError>(),
        s_cases.Select(static one => one.Error).Append(ElfError.None).Distinct().Order());

    [Fact]
    public void EveryErrorHasASentenceOfItsOwn()
    {
        string[] sentences = [.. Enum.GetValues<ElfError>().Select(Sentence)];
        Assert.All(sentences, static sentence => Assert.Matches("^[A-Z][ -~]{10,90}\\.$", sentence));
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.Contains($" {ProgramFile.MaxHeaders} ", Sentence(ElfError.TooManyHeaders), StringComparison.Ordinal);
        Assert.Contains($" {ProgramFile.MaxSegments} ", Sentence(ElfError.TooManySegments), StringComparison.Ordinal);
    }

    private static string Sentence(ElfError error) => Encoding.ASCII.GetString(ElfErrorText.Describe(error));

    private static byte[] With(int part, Func<ElfPart, ElfPart> change) => ElfBuilder.Sample.With(part, change).Build();
}
