using System;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Loading;

/// <summary>
/// Puts a program into an address space. A space that was loaded once and never runs is a template: every instance is
/// a fork of it, made in constant time, and shares all pages until it writes to them.
/// </summary>
public static class ProgramLoader
{
    // What a program that reads a page for the first time would be told (Intel SDM vol. 3, 4.7).
    private static PageFaultCode FirstRead => new(1 << 2);

    /// <summary>
    /// Maps all segments: pages with bytes of the file are there at once, pages of zeros come when they are touched. All
    /// are charged. After an error some of it may be there, and the caller destroys the space: the quota or the memory
    /// was too small, or the space was not empty.
    /// </summary>
    public static PagingError TryLoad(ref PagingManager memory, ref AddressSpace space, in ProgramFile program)
    {
        foreach (ref readonly ProgramSegment segment in program.Segments)
        {
            PagingError error = memory.Map(ref space, segment.Pages, segment.Kind, segment.Rights);
            if (error == PagingError.None)
            {
                error = Fill(ref memory, ref space, segment.Start, program.ContentsOf(in segment));
            }

            if (error != PagingError.None)
            {
                return error;
            }
        }

        return PagingError.None;
    }

    private static PagingError Fill(
        ref PagingManager memory, ref AddressSpace space, VirtAddr at, ReadOnlySpan<byte> contents)
    {
        while (!contents.IsEmpty)
        {
            if (memory.ResolveFault(ref space, at, FirstRead) != FaultOutcome.DemandZero)
            {
                return PagingError.OutOfMemory;
            }

            ByteCount offset = at - Machine.Geometry.StartOf(at, level: 1);
            Span<byte> page = Machine.PageBytes(PagingManager.Query(in space, at).Frame)[(int)offset.Value..];
            int length = contents.Length < page.Length ? contents.Length : page.Length;
            contents[..length].CopyTo(page);
            contents = contents[length..];
            at += new ByteCount((ulong)length);
        }

        return PagingError.None;
    }
}
