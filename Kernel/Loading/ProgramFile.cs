using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Loading;

/// <summary>
/// A program as it lies in a file: an ELF file of 64 bits for x86-64, of fixed addresses and with nothing left to link
/// (System V gABI and psABI). docs/program-files.md says what is taken and what is refused.
/// </summary>
public ref struct ProgramFile
{
    /// <summary>The most program headers.</summary>
    public const int MaxHeaders = 32;

    /// <summary>The most segments with anything in them.</summary>
    public const int MaxSegments = 8;

    private ReadOnlySpan<byte> _bytes;
    private SegmentSlots _segments;
    private int _count;

    /// <summary>The address of the first instruction.</summary>
    public VirtAddr Entry { get; private set; }

    /// <summary>
    /// The symbol table for whoever reports about the program, for <see cref="Diagnostics.SymbolTable"/> to check;
    /// empty where the file brings none.
    /// </summary>
    public ReadOnlySpan<byte> Symbols { get; private set; }

    /// <summary>The segments, in the order of their addresses; no two have a page in common.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<ProgramSegment> Segments => ((ReadOnlySpan<ProgramSegment>)_segments)[.._count];

    /// <summary>
    /// Reads a file, which nobody may change from now on. After an error <paramref name="program"/> means nothing.
    /// </summary>
    public static ElfError TryDecode(ReadOnlySpan<byte> file, out ProgramFile program)
    {
        program = default;
        program._bytes = file;
        ElfError error = ElfHeader.Decode(file, out ElfHeader header);
        for (int number = 0; error == ElfError.None && number < header.Count; number++)
        {
            error = program.Add(ElfProgramHeader.Read(file, in header, number));
        }

        program.Entry = header.Entry;
        return error == ElfError.None && !program.HasCodeAt(header.Entry) ? ElfError.EntryNotExecutable : error;
    }

    /// <summary>The bytes that the file has for one of its segments.</summary>
    public readonly ReadOnlySpan<byte> ContentsOf(in ProgramSegment segment) =>
        _bytes.Slice(segment.FileOffset, segment.FileLength);

    private ElfError Add(in ElfProgramHeader header) => header.Type switch
    {
        ElfProgramType.Load => AddSegment(in header),
        ElfProgramType.Symbols => AddSymbols(in header),
        ElfProgramType.Dynamic => ElfError.NeedsLinking,
        ElfProgramType.Interpreter => ElfError.NeedsInterpreter,
        ElfProgramType.ThreadStorage => ElfError.NeedsThreadStorage,
        ElfProgramType.Stack when (header.Flags & ElfSegmentFlags.Execute) != 0 => ElfError.NeedsExecutableStack,
        _ => ElfError.None,
    };

    // Linkers leave segments behind that turned out to be empty.
    private ElfError AddSegment(in ElfProgramHeader header)
    {
        if (header is { FileSize: 0, MemorySize.Value: 0 })
        {
            return ElfError.None;
        }

        ElfError error = ProgramSegment.Decode(_bytes, in header, out ProgramSegment segment);
        error = error != ElfError.None ? error
            : _count == MaxSegments ? ElfError.TooManySegments
            : CheckOrder(in segment);
        if (error == ElfError.None)
        {
            _segments[_count] = segment;
            _count++;
        }

        return error;
    }

    private readonly ElfError CheckOrder(in ProgramSegment next) =>
        _count == 0 || next.Pages.Start >= _segments[_count - 1].Pages.End ? ElfError.None
        : next.Start < _segments[_count - 1].Start ? ElfError.SegmentsNotAscending
        : ElfError.SegmentsShareAPage;

    private ElfError AddSymbols(in ElfProgramHeader header)
    {
        if (!FileRange.IsInside(_bytes, header.Offset, header.FileSize))
        {
            return ElfError.SymbolsOutsideFile;
        }

        if (!Symbols.IsEmpty)
        {
            return ElfError.SymbolsRepeated;
        }

        Symbols = _bytes.Slice((int)header.Offset, (int)header.FileSize);
        return ElfError.None;
    }

    private readonly bool HasCodeAt(VirtAddr address)
    {
        foreach (ref readonly ProgramSegment segment in Segments)
        {
            if (segment.HasCodeAt(address))
            {
                return true;
            }
        }

        return false;
    }

    [InlineArray(MaxSegments)]
    private struct SegmentSlots
    {
        private ProgramSegment _first;
    }
}
