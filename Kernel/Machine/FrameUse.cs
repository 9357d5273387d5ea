namespace Kernel.Machines;

/// <summary>
/// What a frame is used for. The order matters: up to <see cref="Reserved"/> nobody hands it out, up to
/// <see cref="Zeroed"/> it is free, from <see cref="Kernel"/> on it is in use.
/// </summary>
public enum FrameUse : byte
{
    /// <summary>Not the first frame of its block: the first one's record speaks for it.</summary>
    Tail = 0,

    /// <summary>Not ordinary memory, or the firmware's.</summary>
    Reserved = 1,

    /// <summary>First frame of a free block, in the list of its size.</summary>
    Free = 2,

    /// <summary>Free, and among those that are handed out next.</summary>
    Ready = 3,

    /// <summary>Free, and all zeros.</summary>
    Zeroed = 4,

    /// <summary>The kernel's own: its image, its tables, boot modules.</summary>
    Kernel = 5,

    /// <summary>A page that tasks may map, or a block mapped as one large page.</summary>
    Page = 6,

    /// <summary>A page table of tasks.</summary>
    Table = 7,

    /// <summary>A task's record.</summary>
    Task = 8,

    /// <summary>Entries of a task's handle table.</summary>
    Handles = 9,
}
