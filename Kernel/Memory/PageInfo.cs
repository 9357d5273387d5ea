using Kernel.Units;

namespace Kernel.Memory;

/// <summary>What is mapped at an address.</summary>
/// <param name="State">Whether anything is, and how.</param>
/// <param name="Kind">What it is for; means nothing where nothing is mapped.</param>
/// <param name="Rights">What the program may do there beside reading, after a copy where the page is shared.</param>
/// <param name="Frame">The frame of 4 KiB at the address; none where there is no page yet.</param>
/// <param name="Size">What the entry that decides covers.</param>
public readonly record struct PageInfo(
    PageState State, RegionKind Kind, PageRights Rights, Frame Frame, ByteCount Size);
