using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Whole pages of the user half, one after the other: never empty, never outside. Only <see cref="Decode"/> makes one.
/// </summary>
public readonly record struct PageRange
{
    private PageRange(VirtAddr start, VirtAddr end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The first address that can be mapped: the first page is kept free, so that null is found.</summary>
    public static VirtAddr UserStart
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(1UL << Machine.Geometry.PageBits);
    }

    /// <summary>
    /// The first address that cannot be mapped any more. The last page of the user half is kept free: an instruction at
    /// its end would return to an address that is not canonical (AMD APM vol. 2, SYSRET).
    /// </summary>
    public static VirtAddr UserEnd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Geometry geometry = Machine.Geometry;
            return new((1UL << (geometry.AddressBits - 1)) - (1UL << geometry.PageBits));
        }
    }

    /// <summary>The address of the first page.</summary>
    public VirtAddr Start { get; }

    /// <summary>The address behind the last page.</summary>
    public VirtAddr End { get; }

    /// <summary>The bytes of all pages.</summary>
    public ByteCount Length => End - Start;

    /// <summary>Whether an address can be mapped at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanHold(VirtAddr address)
    {
        ulong start = UserStart.Value;
        return address.Value - start < UserEnd.Value - start;
    }

    /// <summary>Makes a range of what a program alleges, if it is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PagingError Decode(VirtAddr start, ByteCount length, out PageRange range)
    {
        range = default;
        ulong offset = Machine.Geometry.SizeAt(1).Value - 1;
        if (((start.Value | length.Value) & offset) != 0)
        {
            return PagingError.NotAligned;
        }

        if (length == ByteCount.Zero)
        {
            return PagingError.EmptyRange;
        }

        if (!CanHold(start) || length > UserEnd - start)
        {
            return PagingError.OutsideUserSpace;
        }

        range = new PageRange(start, start + length);
        return PagingError.None;
    }

    /// <summary>Whether the two have a page in common.</summary>
    public bool Overlaps(PageRange other) => Start < other.End && other.Start < End;
}
