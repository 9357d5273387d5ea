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

    /// <summary>Makes the space that runs, with so much memory that was written to.</summary>
    internal static void Fill(ByteCount touched)
    {
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

    /// <summary>Ends both spaces; not one frame may be missing afterwards.</summary>
    internal static void Clear()
    {
        Spaces.Destroy(ref Running);
        if (Other.Exists)
        {
            Spaces.Destroy(ref Other);
        }
    }
}
