using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// An address space: the root of a tree of page tables, of which any part may be shared with others. All zeros is
/// none. Only <see cref="PagingManager"/> changes one.
/// </summary>
public struct AddressSpace
{
    /// <summary>The entries of the root's user half that hold something.</summary>
    internal SlotSet Slots;

    /// <summary>What CR3 gets: the root table, the context (<see cref="ProcessContexts"/>), what is kept.</summary>
    internal ulong Register;

    /// <summary>The root table.</summary>
    public Frame Root { get; internal set; }

    /// <summary>The most that it may be charged.</summary>
    public FrameCount Quota { get; internal set; }

    /// <summary>
    /// What it is charged: the frames that it would use if nothing were shared and all that it reserved were there.
    /// </summary>
    public readonly FrameCount Charge => Machine.Record(Root).Weight;

    /// <summary>Whether there is one.</summary>
    public readonly bool Exists => Root != Frame.None;
}
