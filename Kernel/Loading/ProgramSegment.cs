using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Loading;

/// <summary>
/// A piece of a program's memory: bytes of the file, and zeros around them up to the borders of pages (gABI, chapter
/// 5, "Program Loading").
/// </summary>
/// <param name="Pages">All that it maps.</param>
/// <param name="Rights">What the program may do with them; never both write and execute.</param>
/// <param name="Start">Where the file's bytes go; it lies in the first page.</param>
/// <param name="FileOffset">Where those bytes lie in the file.</param>
/// <param name="FileLength">How many there are; 0 where all is zeros.</param>
public readonly record struct ProgramSegment(
    PageRange Pages, PageRights Rights, VirtAddr Start, int FileOffset, int FileLength)
{
    private const ElfSegmentFlags WriteAndExecute = ElfSegmentFlags.Write | ElfSegmentFlags.Execute;

    /// <summary>What its pages are for.</summary>
    public RegionKind Kind => (Rights & PageRights.Execute) != 0 ? RegionKind.Code : RegionKind.Data;

    /// <summary>Whether an instruction in the file begins at this address.</summary>
    public bool HasCodeAt(VirtAddr address) =>
        Kind == RegionKind.Code && address >= Start && (address - Start).Value < (ulong)FileLength;

    /// <summary>The segment that a program header tells of; its memory is not empty.</summary>
    internal static ElfError Decode(ReadOnlySpan<byte> file, in ElfProgramHeader header, out ProgramSegment segment)
    {
        segment = default;
        ElfError error = CheckContents(file, in header);
        error = error != ElfError.None ? error : CheckFlags(header.Flags);
        if (error != ElfError.None)
        {
            return error;
        }

        if (!TryFindPages(header.Address, header.MemorySize, out PageRange pages))
        {
            return ElfError.SegmentOutsideUserSpace;
        }

        // What has no bytes in the file may claim to lie anywhere in it.
        int offset = header.FileSize == 0 ? 0 : (int)header.Offset;
        segment = new ProgramSegment(pages, RightsOf(header.Flags), header.Address, offset, (int)header.FileSize);
        return ElfError.None;
    }

    private static ElfError CheckContents(ReadOnlySpan<byte> file, in ElfProgramHeader header)
    {
        ulong alignment = header.Alignment == 0 ? 1 : header.Alignment;
        bool isPowerOfTwo = (alignment & (alignment - 1)) == 0;
        bool isCongruent = ((header.Address.Value ^ header.Offset) & (alignment - 1)) == 0;
        return header.FileSize > header.MemorySize.Value ? ElfError.SegmentTooLong
            : header.FileSize != 0 && !FileRange.IsInside(file, header.Offset, header.FileSize)
                ? ElfError.SegmentOutsideFile
            : !isPowerOfTwo || !isCongruent ? ElfError.SegmentAlignment
            : ElfError.None;
    }

    // All pages of x86-64 can be read: segments that ask for less get that, too, as the gABI allows.
    private static ElfError CheckFlags(ElfSegmentFlags flags) =>
        flags == ElfSegmentFlags.None || (flags & ~(ElfSegmentFlags.Read | WriteAndExecute)) != 0
            ? ElfError.SegmentFlags
        : (flags & WriteAndExecute) == WriteAndExecute ? ElfError.WritableAndExecutable
        : ElfError.None;

    private static bool TryFindPages(VirtAddr start, ByteCount length, out PageRange pages)
    {
        pages = default;
        if (!PageRange.CanHold(start) || length > PageRange.UserEnd - start)
        {
            return false;
        }

        Geometry geometry = Machine.Geometry;
        var roundUp = new ByteCount(geometry.SizeAt(1).Value - 1);
        VirtAddr first = geometry.StartOf(start, level: 1);
        VirtAddr end = geometry.StartOf(start + length + roundUp, level: 1);
        return PageRange.Decode(first, end - first, out pages) == PagingError.None;
    }

    private static PageRights RightsOf(ElfSegmentFlags flags) =>
        ((flags & ElfSegmentFlags.Write) != 0 ? PageRights.Write : PageRights.Read)
        | ((flags & ElfSegmentFlags.Execute) != 0 ? PageRights.Execute : PageRights.Read);
}
