using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Frames for random trees to lead to. Each begins with a word of its own, whose first two bytes are the instruction
/// by which a program finishes: so a read tells the frame, and a jump to it comes back.
/// </summary>
internal struct TreeTargets
{
    private const int SmallOrder = 4;
    private const ulong Finish = 0x80CD;

    private Frame _small;
    private Frame _large;

    /// <summary>Takes the frames, and gives each its word.</summary>
    internal static TreeTargets Take() => new()
    {
        _small = TakeBlock(new FrameOrder(SmallOrder)),
        _large = TakeBlock(FrameOrder.Large),
    };

    /// <summary>What a frame begins with.</summary>
    internal static ulong WordOf(Frame frame) => (ulong)frame.Number << 16 | Finish;

    /// <summary>One frame for a small page.</summary>
    internal readonly Frame Small(ref Seeded random) =>
        _small + new FrameCount((uint)random.Below(1 << SmallOrder));

    /// <summary>The first frame for a page whose entry stands at this level; that of 1 GiB holds the others.</summary>
    internal readonly Frame For(int level, ref Seeded random) =>
        level == 1 ? Small(ref random) : level == 2 ? _large : new Frame(_large.Number & ~0x3_FFFFU);

    /// <summary>Whether a frame has its word.</summary>
    internal readonly bool Has(Frame frame) =>
        (frame.Number & ~((1U << SmallOrder) - 1)) == _small.Number || (frame.Number & ~0x1FFU) == _large.Number;

    /// <summary>Any that lies where a page of 1 GiB reaches: the bits of its number below 18.</summary>
    internal readonly uint OffsetInHuge(ref Seeded random) =>
        (_large.Number & 0x3_FFFF) + (uint)random.Below(512);

    /// <summary>Gives the frames back.</summary>
    internal readonly void Release()
    {
        State.Memory.Frames.ReleaseReference(_small);
        State.Memory.Frames.ReleaseReference(_large);
    }

    private static Frame TakeBlock(FrameOrder order)
    {
        Scene.Insist(
            State.Memory.Frames.TryTakeBlock(order, FrameZone.Anywhere, FrameUse.Kernel, out Frame block));
        for (uint i = 0; i < order.Frames.Value; i++)
        {
            Frame frame = block + new FrameCount(i);
            Machine.WriteEntry(frame, 0, WordOf(frame));
        }

        return block;
    }
}
