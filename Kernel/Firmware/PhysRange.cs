using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>A run of physical addresses, <paramref name="Start"/> included, <paramref name="End"/> not.</summary>
/// <param name="Start">The first address in it.</param>
/// <param name="End">The first address behind it; never below <paramref name="Start"/>.</param>
public readonly record struct PhysRange(PhysAddr Start, PhysAddr End)
{
    /// <summary>Whether it holds no address at all.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>How many bytes it spans.</summary>
    public ByteCount Length => End - Start;

    /// <summary>Whether all of <paramref name="other"/> lies in it.</summary>
    public bool Contains(PhysRange other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share an address; an empty range shares none.</summary>
    public bool Overlaps(PhysRange other) =>
        !IsEmpty && !other.IsEmpty && other.Start < End && Start < other.End;

    /// <summary>
    /// The range of <paramref name="length"/> bytes at <paramref name="start"/>. False, and an empty range, when it
    /// would reach beyond <see cref="PhysAddr.Limit"/> or wrap round.
    /// </summary>
    public static bool TryCreate(PhysAddr start, ByteCount length, out PhysRange range)
    {
        range = default;
        if (start > PhysAddr.Limit || length > PhysAddr.Limit - start)
        {
            return false;
        }

        range = new PhysRange(start, start + length);
        return true;
    }
}
