using System;
using System.Collections.Generic;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>Compares all that may serve an access with what the tables say; keeps the worst, or one by lot.</summary>
internal sealed class ServingJudge(Random? lot) : IServingSink
{
    private AccessRequest _request;
    private PagingControls _controls = new();
    private AccessOutcome _fresh;
    private int _count;

    /// <summary>The worst of all; with a lot, how bad the chosen one is.</summary>
    public Staleness Staleness { get; private set; }

    /// <summary>What serves the access, when it is not what the tables say.</summary>
    public AccessOutcome Served { get; private set; }

    /// <summary>The entries used for it.</summary>
    public List<PathStep> Path { get; } = [];

    /// <summary>Whatever serves the access faults.</summary>
    public bool FaultsForSure { get; private set; }

    public void Begin(in AccessRequest request, PagingControls controls, in AccessOutcome fresh)
    {
        (_request, _controls, _fresh, Served) = (request, controls, fresh, fresh);
        Staleness = Staleness.None;
        Path.Clear();
        _count = 0;
        FaultsForSure = !fresh.IsTranslated;
    }

    public void Translation(in Translation translation, VirtAddr page, ReadOnlySpan<PathStep> path) =>
        Consider(_request.Decide(translation, _controls), path);

    public void DeadEnd(EntryKind end, ReadOnlySpan<PathStep> path) =>
        Consider(AccessOutcome.PageFault(_request.Fault(end, _controls)), path);

    public void Table(PhysAddr table, ReadOnlySpan<PathStep> path)
    {
        // A table serves no access; what is in it does.
    }

    private void Consider(in AccessOutcome outcome, ReadOnlySpan<PathStep> path)
    {
        FaultsForSure &= !outcome.IsTranslated;
        Staleness staleness = Comparison.Of(outcome, _fresh);
        bool isTaken = lot is null ? staleness > Staleness : lot.Next(++_count) == 0;
        if (isTaken)
        {
            Staleness = staleness;
            Served = outcome;
            Path.Clear();
            Path.AddRange(path);
        }
    }
}
