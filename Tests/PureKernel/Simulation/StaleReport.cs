using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>One way in which the caches may answer otherwise than the tables, and who is to blame.</summary>
/// <param name="Address">The virtual address.</param>
/// <param name="Kind">What was tried.</param>
/// <param name="Ring">By whom.</param>
/// <param name="Staleness">How bad it is.</param>
/// <param name="Fresh">What the tables say.</param>
/// <param name="Served">What the processor may do instead.</param>
/// <param name="Path">The entries it would then have used, from CR3 down.</param>
public sealed record StaleReport(
    VirtAddr Address,
    AccessKind Kind,
    Ring Ring,
    Staleness Staleness,
    AccessOutcome Fresh,
    AccessOutcome Served,
    IReadOnlyList<PathStep> Path)
{
    /// <summary>The operations that changed those entries and invalidated too little, from the root down.</summary>
    public IReadOnlyList<string> Culprits =>
        [.. Path.Select(static step => step.ReplacedBy).OfType<string>().Distinct()];

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"{Ring} {Kind} at 0x{Address.Value:x}: {Staleness}: tables say {Fresh}, caches may say {Served}");
        foreach (PathStep step in Path)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n  level {step.Level} 0x{step.Table.Value:x}[{step.Index}] = 0x{step.Bits:x} by '{step.WrittenBy}'");
            text.Append(step.ReplacedBy is null ? "" : $", CHANGED by '{step.ReplacedBy}'");
        }

        return text.ToString();
    }
}
