using System;
using System.Text;
using Kernel.Loading;

namespace Kernel.Tests.Host.Loading;

/// <summary>Sound programs with one thing wrong in each.</summary>
internal static class ElfErrorCases
{
    private const int Constants = 1;
    private const int Code = 2;
    private const int Note = 3;
    private const int Data = 4;
    private const int Symbols = 5;

    /// <summary>All of them: a name, the file, what it must be called.</summary>
    public static (string Name, byte[] File, ElfError Error)[] All { get; } =
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
        ("too many segments", ElfBuilder.ManySegments(ProgramFile.MaxSegments + 1), ElfError.TooManySegments),
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

    private static byte[] With(int part, Func<ElfPart, ElfPart> change) => ElfBuilder.Sample.With(part, change).Build();
}
