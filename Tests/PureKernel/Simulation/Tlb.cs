using System;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>
/// The TLB and the paging-structure caches, as the set of all entries that the manuals allow to be there now.
/// <para>
/// The set is not stored. An entry may be there if the processor could have made it: read the entries of its path one
/// after the other, each in the table that the one before named, each at a moment when CR3 named the context, none
/// after the caches lost the one before. What each word said, and when, is in its history; so a search through the
/// histories finds exactly the entries that an eager processor would have collected. It may cache what it walks
/// ahead of any access, so a clear accessed bit protects nothing (Intel SDM vol. 3, 4.10.2.2 and 4.10.3.1).
/// </para>
/// </summary>
internal sealed partial class Tlb(SimPhysical memory, RootHistory roots, Invalidations invalidations)
{
    private readonly PathStep[] _path = new PathStep[memory.Geometry.Levels + 1];

    /// <summary>How entries are read; changes with the control registers.</summary>
    public EntryFormat Format { get; set; }

    /// <summary>Finds all that may serve an access to the address.</summary>
    public void Search(VirtAddr address, IServingSink sink) => Search(address, sink, isWhole: false);

    /// <summary>Finds all that may be held: what the current context can use, or what any can.</summary>
    public void SearchWhole(IServingSink sink, bool allContexts) =>
        Search(default, sink, isWhole: true, allContexts);

    private void Search(VirtAddr address, IServingSink sink, bool isWhole, bool allContexts = false)
    {
        int current = roots.Current.Context;
        _path[0] = RootStep(roots.Count - 1);
        sink.Table(roots.Current.Root, _path.AsSpan(0, 1));
        for (int index = roots.Count - 1; index >= 0; index--)
        {
            RootSpan span = roots[index];
            bool onlyGlobals = span.Context != current && !allContexts;
            int oldest = Oldest(span.Context, address, onlyGlobals, isWhole);
            int end = roots.EndOf(index);
            if (end > oldest && (!onlyGlobals || memory.HasGlobals))
            {
                _path[0] = RootStep(index);
                var reading = new Reading(sink, span.Context, onlyGlobals, isWhole);
                Descend(reading, memory.Geometry.Levels, span.Root, PathRights.All, address,
                    int.Max(oldest, span.From), end);
            }
        }
    }

    private PathStep RootStep(int index)
    {
        RootSpan span = roots[index];
        return new PathStep(
            memory.Geometry.Levels + 1, span.Root, 0, span.Root.Value, span.Operation, roots.ReplacedBy(index));
    }

    private int Oldest(int context, VirtAddr address, bool onlyGlobals, bool isWhole)
    {
        int own = isWhole
            ? invalidations.Of(context).Flushed
            : invalidations.PageHeldSince(context, address, level: 1, isGlobal: false);
        if (!memory.HasGlobals)
        {
            return own;
        }

        // INVLPG in one context leaves the paths of another, through which a global translation may come back.
        int globals = isWhole || Format.Controls.ProcessContexts
            ? invalidations.GlobalsFlushed
            : invalidations.PageHeldSince(context, address, level: 1, isGlobal: true);
        return onlyGlobals ? globals : int.Min(globals, own);
    }
}
