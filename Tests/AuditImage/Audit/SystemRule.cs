namespace Kernel.Audit;

/// <summary>What must be true of the whole system between two traps, by the rule that is broken.</summary>
internal enum SystemRule
{
    /// <summary>Nothing is broken.</summary>
    None = 0,

    /// <summary>The frame table is sound: <see cref="Memory.FrameAudit"/>.</summary>
    Frames = 1,

    /// <summary>As many entries and roots point at each page and table as its record says.</summary>
    References = 2,

    /// <summary>A table weighs as much as what is in it.</summary>
    Weights = 3,

    /// <summary>Where an entry lets a task write, nobody else has what it points at.</summary>
    Writers = 4,

    /// <summary>Entries in use point at pages and tables of tasks.</summary>
    Targets = 5,

    /// <summary>No task is charged more than its quota, and all together are charged what the memory says.</summary>
    Charges = 6,

    /// <summary>A task is in the lists that its state wants, and in no other.</summary>
    Lists = 7,

    /// <summary>A task's record in the frame table tells whether it waits for a message.</summary>
    Receiving = 8,

    /// <summary>There are as many tasks as are counted.</summary>
    Live = 9,

    /// <summary>A handle table has as many entries in use as it says.</summary>
    Handles = 10,
}
