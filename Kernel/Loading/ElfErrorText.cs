using System;

namespace Kernel.Loading;

/// <summary>What is wrong with a program's file in words.</summary>
public static class ElfErrorText
{
    /// <summary>One English sentence, in ASCII; the same for every value that is no error.</summary>
    public static ReadOnlySpan<byte> Describe(ElfError error) => error switch
    {
        ElfError.TooShort => "The file is shorter than an ELF header."u8,
        ElfError.NotElf => "The file does not begin with ELF's magic number."u8,
        ElfError.ClassNot64 => "The program is not of 64 bits."u8,
        ElfError.NotLittleEndian => "The program is not little-endian."u8,
        ElfError.UnknownVersion => "The ELF version is not 1."u8,
        ElfError.UnknownAbi => "The program is not for the ABI of System V."u8,
        ElfError.NotExecutable => "The file is no program of fixed addresses (ET_EXEC)."u8,
        ElfError.NotX64 => "The program is not for x86-64."u8,
        ElfError.HeaderSize => "The sizes of the headers are not 64 and 56 bytes."u8,
        ElfError.TooManyHeaders => "There are more than 32 program headers."u8,
        ElfError.HeadersOutsideFile => "The program headers reach beyond the file."u8,
        ElfError.NeedsInterpreter => "The program needs an interpreter (PT_INTERP)."u8,
        ElfError.NeedsLinking => "The program needs dynamic linking (PT_DYNAMIC)."u8,
        ElfError.NeedsThreadStorage => "The program needs thread-local storage (PT_TLS)."u8,
        ElfError.NeedsExecutableStack => "The program needs an executable stack (PT_GNU_STACK)."u8,
        ElfError.SymbolsRepeated => "There are two symbol tables."u8,
        ElfError.SymbolsOutsideFile => "The symbol table reaches beyond the file."u8,
        ElfError.TooManySegments => "There are more than 8 segments."u8,
        ElfError.SegmentTooLong => "A segment is longer in the file than in memory."u8,
        ElfError.SegmentOutsideFile => "A segment reaches beyond the file."u8,
        ElfError.SegmentAlignment => "A segment's address and offset do not suit its alignment."u8,
        ElfError.SegmentOutsideUserSpace => "A segment lies outside the addresses of programs."u8,
        ElfError.SegmentFlags => "A segment has no rights, or unknown ones."u8,
        ElfError.WritableAndExecutable => "A segment is both writable and executable."u8,
        ElfError.SegmentsNotAscending => "The segments are not in the order of their addresses."u8,
        ElfError.SegmentsShareAPage => "Two segments share a page."u8,
        ElfError.EntryNotExecutable => "The entry point is not in the file's code."u8,
        _ => "The program is sound."u8,
    };
}
