namespace Kernel.Memory;

/// <summary>What must be true of the frame table, by the rule that is broken.</summary>
public enum AuditRule
{
    /// <summary>Nothing is broken.</summary>
    None,

    /// <summary>Every frame belongs to exactly one block: tails lie behind their first frame, and only there.</summary>
    Blocks,

    /// <summary>Every block is aligned to its size and lies among frames that have records.</summary>
    Alignment,

    /// <summary>Nothing points at a free frame.</summary>
    FreeReferences,

    /// <summary>Two free halves of a block are one free block.</summary>
    Joined,

    /// <summary>
    /// Every free block, and nothing else, is in the list of its zone and size, linked in both directions.
    /// </summary>
    Lists,

    /// <summary>The caches of single frames hold as many as they say, each of the right use.</summary>
    Caches,

    /// <summary>Free, used and reserved frames are as many as the allocator says, and together all.</summary>
    Totals,
}
