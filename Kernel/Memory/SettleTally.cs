using Kernel.Units;

namespace Kernel.Memory;

/// <summary>What it takes to settle the way to one place after the other, in ascending order.</summary>
internal struct SettleTally
{
    private VirtAddr _last;
    private bool _hasLast;

    /// <summary>The frames for tables.</summary>
    internal uint Frames { get; private set; }

    /// <summary>Those of them that are charged, because there was no table.</summary>
    internal uint Created { get; private set; }

    /// <summary>What is charged beside tables; for whoever counts both together.</summary>
    internal ulong Weight { get; set; }

    /// <summary>Counts the tables on the way to an address, down to a level, that were not counted before.</summary>
    internal void Add(Frame root, VirtAddr address, int level)
    {
        int known = _hasLast ? SettleCost.CommonLevel(_last, address) : Machine.Geometry.Levels;
        SettleCost cost = SettleCost.Of(root, address, level, known);
        Frames += cost.Frames;
        Created += cost.Created;
        _last = address;
        _hasLast = true;
    }
}
