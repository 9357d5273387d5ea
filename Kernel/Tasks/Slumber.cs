namespace Kernel.Tasks;

/// <summary>Where a sleeping task is among the <see cref="Sleepers"/>; all zeros while it does not sleep.</summary>
internal struct Slumber
{
    /// <summary>When it goes on, in nanoseconds since the kernel was entered.</summary>
    internal ulong Due;

    /// <summary>Who of several that are due at once goes first: the lowest.</summary>
    internal ulong Turn;

    /// <summary>The sleeper above it, who is due before it; none for the first of all.</summary>
    internal TaskSlot Above;

    /// <summary>One beneath it.</summary>
    internal TaskSlot Left;

    /// <summary>The other one, whose rank is no higher than the left one's.</summary>
    internal TaskSlot Right;

    /// <summary>How many sleepers, itself included, lie on its way down to the right.</summary>
    internal uint Rank;
}
