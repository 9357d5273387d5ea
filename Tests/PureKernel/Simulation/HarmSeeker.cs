using System;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>Looks for a translation that allows what the tables do not.</summary>
internal sealed class HarmSeeker(PageWalk walk, PhysAddr root, bool alignmentCheck) : IServingSink
{
    private static readonly AccessKind[] s_kinds = Enum.GetValues<AccessKind>();
    private static readonly Ring[] s_rings = Enum.GetValues<Ring>();

    /// <summary>The worst that was found, and of equals the first.</summary>
    public StaleReport? Found { get; private set; }

    public void Translation(in Translation translation, VirtAddr page, ReadOnlySpan<PathStep> path)
    {
        if (!IsStale(path))
        {
            return;
        }

        foreach (AccessKind kind in s_kinds)
        {
            foreach (Ring ring in s_rings)
            {
                Try(new AccessRequest(page, kind, ring, alignmentCheck), translation, path);
            }
        }
    }

    public void DeadEnd(EntryKind end, ReadOnlySpan<PathStep> path)
    {
        // A fault is no harm.
    }

    public void Table(PhysAddr table, ReadOnlySpan<PathStep> path)
    {
        // A table serves no access; what is in it does.
    }

    private void Try(in AccessRequest request, in Translation translation, ReadOnlySpan<PathStep> path)
    {
        AccessOutcome fresh = walk.Look(root, request);
        AccessOutcome served = request.Decide(translation, walk.Format.Controls);
        Staleness staleness = Comparison.Of(served, fresh);
        if (staleness >= Staleness.KeptRight && staleness > (Found?.Staleness ?? Staleness.None))
        {
            Found = new StaleReport(
                request.Address, request.Kind, request.Ring, staleness, fresh, served, [.. path]);
        }
    }

    private static bool IsStale(ReadOnlySpan<PathStep> path)
    {
        foreach (ref readonly PathStep step in path)
        {
            if (step.ReplacedBy is not null)
            {
                return true;
            }
        }

        return false;
    }
}
