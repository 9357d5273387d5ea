using Kernel.Units;

namespace Kernel.Memory;

/// <summary>What an audit found.</summary>
/// <param name="Rule">The rule that is broken, or none.</param>
/// <param name="Frame">The frame where that showed; none where all is well or only totals are wrong.</param>
public readonly record struct AuditResult(AuditRule Rule, Frame Frame)
{
    /// <summary>Whether the frame table is sound.</summary>
    public bool IsSound => Rule == AuditRule.None;
}
