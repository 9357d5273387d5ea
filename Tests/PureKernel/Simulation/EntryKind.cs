namespace Kernel.Simulation;

/// <summary>What the processor finds in an entry.</summary>
internal enum EntryKind
{
    /// <summary>Nothing: the present bit is clear.</summary>
    Absent,

    /// <summary>A reserved bit is set.</summary>
    Reserved,

    /// <summary>The table of the level below.</summary>
    Table,

    /// <summary>A page, small or large.</summary>
    Page,
}
