using Kernel.Units;

namespace Kernel.Audit;

/// <summary>What an audit found.</summary>
/// <param name="Rule">The rule that is broken, or none.</param>
/// <param name="Frame">The frame where that showed; none where only a total is wrong.</param>
internal readonly record struct AuditFinding(SystemRule Rule, Frame Frame);
