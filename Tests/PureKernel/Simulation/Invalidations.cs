using System.Collections.Generic;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>
/// What has been dropped from the TLB and the paging-structure caches, and when: the instructions' side of Intel SDM
/// vol. 3, 4.10.4.1 and AMD APM vol. 2, 5.5.
/// </summary>
internal sealed class Invalidations(SimPhysical memory)
{
    private const int HighestPageLevel = 3;

    private readonly Dictionary<int, ContextInvalidations> _contexts = [];
    private readonly Dictionary<ulong, int> _globalPages = [];
    private int _globalsFlushed;

    private int HighestPage => int.Min(HighestPageLevel, memory.Geometry.Levels);

    /// <summary>A context's own; one that is first named now has nothing cached from before.</summary>
    public ContextInvalidations Of(int context)
    {
        if (!_contexts.TryGetValue(context, out ContextInvalidations? found))
        {
            _contexts.Add(context, found = new ContextInvalidations(memory.Geometry, memory.Clock.Now));
        }

        return found;
    }

    /// <summary>Global translations of all pages: nothing older is held.</summary>
    public int GlobalsFlushed => _globalsFlushed;

    public int PageHeldSince(int context, VirtAddr address, int level, bool isGlobal) => isGlobal
        ? int.Max(_globalsFlushed, _globalPages.GetValueOrDefault(Key(address, level)))
        : Of(context).PageHeldSince(address, level);

    /// <summary>
    /// INVLPG: the page, global or not, and all paging-structure caches. <paramref name="mapped"/> is the level whose
    /// page holds the address now; the greatest where all sizes are dropped. With <paramref name="ownPathOnly"/> the
    /// paths to other addresses stay.
    /// </summary>
    public void DropPage(int context, VirtAddr address, int mapped, bool ownPathOnly)
    {
        int now = memory.Clock.Tick();
        DropTranslations(context, address, int.Min(mapped, HighestPage), now);
        if (ownPathOnly)
        {
            Of(context).DropPath(address, now);
        }
        else
        {
            Of(context).DropPaths(now);
        }
    }

    /// <summary>A page fault: the page and the path to it.</summary>
    public void DropFaulted(int context, VirtAddr address, int mapped)
    {
        int now = memory.Clock.Tick();
        DropTranslations(context, address, int.Min(mapped, HighestPage), now);
        Of(context).DropPath(address, now);
    }

    /// <summary>INVPCID type 0: the page unless global, and the path to it.</summary>
    public void DropPrivate(int context, VirtAddr address)
    {
        int now = memory.Clock.Tick();
        for (int level = 1; level <= HighestPage; level++)
        {
            Of(context).DropPage(address, level, now);
        }

        Of(context).DropPath(address, now);
    }

    /// <summary>MOV to CR3 and INVPCID type 1: all of a context but global translations.</summary>
    public void Flush(int context, int now)
    {
        Of(context).Flush(now, forget: !memory.HasGlobals);
        MoveHorizon();
    }

    /// <summary>INVPCID type 3: all contexts, but not global translations.</summary>
    public void FlushContexts()
    {
        int now = memory.Clock.Tick();
        foreach (ContextInvalidations context in _contexts.Values)
        {
            context.Flush(now, forget: !memory.HasGlobals);
        }

        MoveHorizon();
    }

    /// <summary>INVPCID type 2 and a change of CR4.PGE: everything.</summary>
    public void FlushAll()
    {
        int now = memory.Clock.Tick();
        _globalsFlushed = now;
        _globalPages.Clear();
        foreach (ContextInvalidations context in _contexts.Values)
        {
            context.Flush(now, forget: true);
        }

        memory.Horizon = now;
    }

    private void DropTranslations(int context, VirtAddr address, int highest, int now)
    {
        for (int level = 1; level <= highest; level++)
        {
            Of(context).DropPage(address, level, now);
            _globalPages[Key(address, level)] = now;
        }
    }

    private void MoveHorizon()
    {
        if (memory.HasGlobals)
        {
            return;
        }

        int oldest = int.MaxValue;
        foreach (ContextInvalidations context in _contexts.Values)
        {
            oldest = int.Min(oldest, context.Flushed);
        }

        memory.Horizon = oldest;
    }

    private ulong Key(VirtAddr address, int level) => ContextInvalidations.Key(memory.Geometry, address, level);
}
