using System;
using System.Collections.Generic;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>
/// A processor's memory management unit, with a TLB and paging-structure caches that are as stale as the manuals allow
/// (docs/04-what-the-processor-may-remember.md). Every access is judged: whatever the caches might answer otherwise
/// than the tables is reported, with
/// the operation that changed the entries and invalidated too little.
/// </summary>
public sealed partial class SimMmu
{
    private readonly SimPhysical _memory;
    private readonly RootHistory _roots;
    private readonly Invalidations _invalidations;
    private readonly Tlb _tlb;
    private readonly ServingJudge _judge;
    private readonly bool _choosesByLot;
    private PagingControls _controls;
    private PageWalk _walk;

    /// <summary>
    /// Paging is switched on, with <paramref name="root"/> in CR3. Each access is judged against all that may serve it
    /// and then served from the tables; with a <paramref name="seed"/>, one of all that may serve it is chosen, judged
    /// and taken.
    /// </summary>
    public SimMmu(SimPhysical memory, PagingControls controls, PhysAddr root, int? seed = null)
    {
        _memory = memory;
        _controls = controls;
        _roots = new RootHistory(memory.Clock);
        _invalidations = new Invalidations(memory);
        _tlb = new Tlb(memory, _roots, _invalidations);
        _choosesByLot = seed is not null;
        _judge = new ServingJudge(seed is { } number ? new Random(number) : null);
        ReadEntriesBy(controls);
        Restart(root);
    }

    /// <summary>The frame of the current root table.</summary>
    public PhysAddr Root => _roots.Current.Root;

    /// <summary>The current process-context identifier; 0 where there are none.</summary>
    public int Context => _roots.Current.Context;

    /// <summary>EFLAGS.AC: the kernel may reach user pages in spite of SMAP.</summary>
    public bool AlignmentCheck { get; set; }

    /// <summary>From here to the end of the scope, changes are put down to this operation.</summary>
    public OperationScope Operation(string name)
    {
        string outer = _memory.Clock.Operation;
        Resume(name);
        return new OperationScope(this, outer);
    }

    /// <summary>
    /// One access. It sets accessed and dirty bits as the processor would. A page fault that is certain drops what the
    /// manuals say; after one that is only possible, call <see cref="PageFault"/> where the program takes it.
    /// </summary>
    public AccessResult Access(VirtAddr address, AccessKind kind, Ring ring)
    {
        _memory.Observe();
        if (!_memory.Geometry.IsCanonical(address))
        {
            return new AccessResult(AccessOutcome.NotCanonical, AccessOutcome.NotCanonical, null);
        }

        var request = new AccessRequest(address, kind, ring, AlignmentCheck);
        AccessOutcome fresh = _walk.Look(Root, request);
        _judge.Begin(request, _controls, fresh);
        _tlb.Search(address, _judge);
        AccessOutcome outcome = _choosesByLot ? _judge.Served : fresh;
        Complete(request, outcome);
        StaleReport? report = _judge.Staleness == Staleness.None
            ? null
            : new StaleReport(address, kind, ring, _judge.Staleness, fresh, _judge.Served, [.. _judge.Path]);
        return new AccessResult(outcome, fresh, report);
    }

    /// <summary>What the tables say, changing nothing and asking no cache.</summary>
    public AccessOutcome Walk(VirtAddr address, AccessKind kind, Ring ring)
    {
        _memory.Observe();
        return _memory.Geometry.IsCanonical(address)
            ? _walk.Look(Root, new AccessRequest(address, kind, ring, AlignmentCheck))
            : AccessOutcome.NotCanonical;
    }

    /// <summary>
    /// A cached entry that may point at the frame, in any context; null where none can. A frame that is freed must
    /// have none: that is why invalidation comes before the count goes down.
    /// </summary>
    public HeldReference? FindReference(PhysAddr frame)
    {
        _memory.Observe();
        var seeker = new FrameSeeker(frame);
        _tlb.SearchWhole(seeker, allContexts: true);
        return seeker.Found;
    }

    /// <summary>
    /// An access by which stale caches could do harm now, of any kind to any page from any ring, as
    /// <see cref="AlignmentCheck"/> stands; null where there is none. It changes nothing.
    /// </summary>
    public StaleReport? FindHarm()
    {
        _memory.Observe();
        var seeker = new HarmSeeker(_walk, Root, AlignmentCheck);
        _tlb.SearchWhole(seeker, allContexts: false);
        return seeker.Found;
    }

    internal void Resume(string operation)
    {
        _memory.Observe();
        _memory.Clock.Operation = operation;
    }

    private void Complete(in AccessRequest request, in AccessOutcome outcome)
    {
        bool isTranslated = outcome.IsTranslated;
        if (isTranslated && _judge.Staleness == Staleness.None)
        {
            _walk.Access(Root, request);
        }
        else if (isTranslated)
        {
            MarkServing(request.Kind == AccessKind.Write);
        }
        else if (_choosesByLot || _judge.FaultsForSure)
        {
            DropFaulted(request.Address);
        }
    }

    // Bits are set in the entries that were read, wherever they lie now: this is how a freed table's frame is spoilt.
    private void MarkServing(bool isWrite)
    {
        List<PathStep> path = _judge.Path;
        for (int step = 1; step < path.Count; step++)
        {
            if (path[step].ReplacedBy is null)
            {
                bool dirties = isWrite && step == path.Count - 1;
                _memory.MarkUsed(path[step].Table, path[step].Index,
                    dirties ? EntryBits.Accessed | EntryBits.Dirty : EntryBits.Accessed);
            }
        }
    }
}
