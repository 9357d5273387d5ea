using Kernel.Machines;

namespace Simulator.Audit;

/// <summary>What the ledger knows of a frame.</summary>
internal struct FrameEntry
{
    /// <summary>What it is used for.</summary>
    public FrameUse Use;

    /// <summary>How many frames are in use with it: a block's first one speaks for all.</summary>
    public uint Used;

    /// <summary>How many entries of tables point at it.</summary>
    public int Entries;

    /// <summary>How many of them may be written through at once.</summary>
    public int Writers;

    /// <summary>The sum of the numbers of the tables that those stand in: the one, where there is one.</summary>
    public int ParentSum;

    /// <summary>How many address spaces begin with it.</summary>
    public int Pins;

    /// <summary>In a table: its weight. In a root that is charged to somebody, <see cref="Charge"/> as well.</summary>
    public uint Weight;

    /// <summary>What the spaces that begin here are charged.</summary>
    public uint Charge;

    /// <summary>In a root: how many frames with handles are charged to the space that begins here.</summary>
    public uint Handles;

    /// <summary>In a frame with handles: how many tables of handles it is part of.</summary>
    public int Holders;

    /// <summary>Whether it is a table that nothing points at.</summary>
    public bool IsOrphan;

    /// <summary>In a task's record, one more than the root of its space; 0 is none.</summary>
    private int _root;

    /// <summary>In a task's record: its quota, and its record.</summary>
    public uint Quota;

    /// <summary>In a task's record: how many tasks it may have.</summary>
    public uint TaskQuota;

    /// <summary>In a task's record: the root of its space, or -1.</summary>
    public int Root
    {
        readonly get => _root - 1;
        set => _root = value + 1;
    }
}
