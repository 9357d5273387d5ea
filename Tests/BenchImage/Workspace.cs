using Kernel.Memory;
using Kernel.Ring3;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>The two address spaces that figures work on, one after the other.</summary>
internal static class Workspace
{
    /// <summary>The space that runs.</summary>
    internal static AddressSpace Running;

    /// <summary>A second one; none where a figure needs none.</summary>
    internal static AddressSpace Other;

    private static FrameCount s_freeBefore;

    /// <summary>Makes the space that runs, with so much memory that was written to.</summary>
    internal static void Fill(ByteCount touched)
    {
        s_freeBefore = State.Memory.Frames.Free;
        Spaces.Create(ref Running);
        State.Memory.Activate(ref Running);
        RingThree.MapPrograms(ref Running);
        Spaces.MapTouched(ref Running, Spaces.Base, touched);
    }

    /// <summary>The same, and a child by fork.</summary>
    internal static void FillAndFork(ByteCount touched)
    {
        Fill(touched);
        Spaces.Fork(ref Running, ref Other);
    }

    /// <summary>The address of a page of the memory that was written to.</summary>
    internal static VirtAddr Page(ulong number) => Spaces.Base + new ByteCount(number << Frame.Shift);

    /// <summary>Ends what there is of both spaces. Panics where a frame is missing afterwards.</summary>
    internal static void Clear()
    {
        if (!Running.Exists)
        {
            return;
        }

        Spaces.Destroy(ref Running);
        if (Other.Exists)
        {
            Spaces.Destroy(ref Other);
        }

        Spaces.Demand(State.Memory.Frames.Free == s_freeBefore);
    }
}
