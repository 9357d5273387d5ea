using System.Collections.Generic;
using System.Linq;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>A cached entry that may point at a frame.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="IsTable">It would be walked as a table; else used as a page.</param>
/// <param name="Path">The entries through which, from CR3 down.</param>
public sealed record HeldReference(PhysAddr Frame, bool IsTable, IReadOnlyList<PathStep> Path)
{
    /// <summary>
    /// The operations that changed those entries and invalidated too little; empty while the tables themselves still
    /// lead to the frame.
    /// </summary>
    public IReadOnlyList<string> Culprits =>
        [.. Path.Select(static step => step.ReplacedBy).OfType<string>().Distinct()];
}
