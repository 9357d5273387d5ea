namespace Kernel.Loading;

/// <summary>
/// Why a file is no program that could run here. Chapters are those of the System V gABI; the psABI is the one for
/// x86-64.
/// </summary>
public enum ElfError
{
    /// <summary>It is one.</summary>
    None = 0,

    // The file's header (gABI, chapter 4, "ELF Header").

    /// <summary>The file is shorter than its header.</summary>
    TooShort,

    /// <summary>It does not begin as ELF files do.</summary>
    NotElf,

    /// <summary>It is not of 64 bits.</summary>
    ClassNot64,

    /// <summary>Its numbers do not have their lowest byte first.</summary>
    NotLittleEndian,

    /// <summary>Its format has another version than 1.</summary>
    UnknownVersion,

    /// <summary>
    /// It wants another system's conventions than System V's, or has flags, of which x86-64 has none.
    /// </summary>
    UnknownAbi,

    /// <summary>It is a shared or relocatable object, a position-independent program or a core dump.</summary>
    NotExecutable,

    /// <summary>It is for another processor (psABI, 4.1).</summary>
    NotX64,

    /// <summary>Its headers have other sizes than the format's version 1 has.</summary>
    HeaderSize,

    /// <summary>It has more program headers than <see cref="ProgramFile.MaxHeaders"/>.</summary>
    TooManyHeaders,

    /// <summary>Some of the program headers lie outside the file.</summary>
    HeadersOutsideFile,

    // What a program header wants (gABI, chapter 5, "Program Header").

    /// <summary>It wants another program to load it.</summary>
    NeedsInterpreter,

    /// <summary>It wants to be linked when it is loaded.</summary>
    NeedsLinking,

    /// <summary>It has variables of threads, and nobody sets them up.</summary>
    NeedsThreadStorage,

    /// <summary>It wants a stack that can be executed.</summary>
    NeedsExecutableStack,

    /// <summary>It has two symbol tables for the kernel.</summary>
    SymbolsRepeated,

    /// <summary>The symbol table lies outside the file.</summary>
    SymbolsOutsideFile,

    // A segment (gABI, chapter 5, "Program Loading").

    /// <summary>It has more segments than <see cref="ProgramFile.MaxSegments"/>.</summary>
    TooManySegments,

    /// <summary>A segment takes less room in memory than in the file.</summary>
    SegmentTooLong,

    /// <summary>A segment's contents lie outside the file.</summary>
    SegmentOutsideFile,

    /// <summary>
    /// A segment's alignment is no power of two, or its place in memory and that in the file disagree.
    /// </summary>
    SegmentAlignment,

    /// <summary>A segment's pages lie where programs have none, or wrap round.</summary>
    SegmentOutsideUserSpace,

    /// <summary>A segment may not be read, written or executed, or has flags that nobody knows.</summary>
    SegmentFlags,

    /// <summary>A segment may be both written and executed.</summary>
    WritableAndExecutable,

    /// <summary>A segment lies before an earlier one.</summary>
    SegmentsNotAscending,

    /// <summary>Two segments have a page in common, or the second begins within the first.</summary>
    SegmentsShareAPage,

    /// <summary>The first instruction is not one of those in the file.</summary>
    EntryNotExecutable,
}
