namespace Kernel.Units;

/// <summary>
/// The size of a block of frames, which is a power of two; a block is aligned to its size.
/// </summary>
/// <param name="Exponent">The power, from 0 for one frame to 18 for 1 GiB.</param>
public readonly record struct FrameOrder(byte Exponent)
{
    /// <summary>One frame, 4 KiB.</summary>
    public static FrameOrder One => new(0);

    /// <summary>512 frames, 2 MiB.</summary>
    public static FrameOrder Large => new(9);

    /// <summary>262,144 frames, 1 GiB: the largest there is.</summary>
    public static FrameOrder Huge => new(18);

    /// <summary>The frames of a block.</summary>
    public FrameCount Frames => new(1U << Exponent);

    /// <summary>Half the size; not asked of <see cref="One"/>.</summary>
    public FrameOrder Half => new((byte)(Exponent - 1));

    /// <summary>Twice the size; not asked of <see cref="Huge"/>.</summary>
    public FrameOrder Twice => new((byte)(Exponent + 1));

    /// <summary>The block of this size that begins with <paramref name="frame"/> is aligned.</summary>
    public bool Aligns(Frame frame) => (frame.Number & (Frames.Value - 1)) == 0;

    /// <summary>
    /// The other half of the block of twice the size that the block at <paramref name="block"/> belongs to.
    /// </summary>
    public Frame BuddyOf(Frame block) => new(block.Number ^ Frames.Value);

    /// <summary>A smaller block.</summary>
    public static bool operator <(FrameOrder left, FrameOrder right) => left.Exponent < right.Exponent;

    /// <summary>A larger block.</summary>
    public static bool operator >(FrameOrder left, FrameOrder right) => left.Exponent > right.Exponent;

    /// <summary>A block of the same size or smaller.</summary>
    public static bool operator <=(FrameOrder left, FrameOrder right) => left.Exponent <= right.Exponent;

    /// <summary>A block of the same size or larger.</summary>
    public static bool operator >=(FrameOrder left, FrameOrder right) => left.Exponent >= right.Exponent;

    /// <summary>The same one. Written out, because the compiler's own would call a comparer each time.</summary>
    public bool Equals(FrameOrder other) => Exponent == other.Exponent;

    /// <inheritdoc/>
    public override int GetHashCode() => Exponent;
}
