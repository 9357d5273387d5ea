using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>One entry on the way that an access may be served by.</summary>
/// <param name="Level">The level of its table; one more than the machine has levels for CR3 itself.</param>
/// <param name="Table">The table's frame; for CR3 the root's.</param>
/// <param name="Index">Which of the table's entries.</param>
/// <param name="Bits">What it said when it was read.</param>
/// <param name="WrittenBy">The operation that made it say so.</param>
/// <param name="ReplacedBy">The operation that has changed it since; null where it still says so.</param>
public readonly record struct PathStep(
    int Level, PhysAddr Table, int Index, ulong Bits, string WrittenBy, string? ReplacedBy);
