using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>
/// When the cached entries of one process-context identifier were last dropped, and how far (Intel SDM vol. 3,
/// 4.10.1 and 4.10.4.1). Without such identifiers all entries belong to number 0.
/// </summary>
internal sealed class ContextInvalidations(Geometry geometry, int start)
{
    private readonly Dictionary<ulong, int> _pages = [];
    private readonly Dictionary<ulong, List<int>> _paths = [];
    private readonly List<int> _pathsOfAll = [];

    /// <summary>When everything was dropped.</summary>
    public int Flushed { get; private set; } = start;

    /// <summary>
    /// Drops everything but global translations. With <paramref name="forget"/> nothing from before can matter.
    /// </summary>
    public void Flush(int now, bool forget)
    {
        Flushed = now;
        if (forget)
        {
            _pages.Clear();
            _paths.Clear();
            _pathsOfAll.Clear();
        }

        _pathsOfAll.Add(now);
    }

    /// <summary>Drops the translation of the page of a size that covers the address.</summary>
    public void DropPage(VirtAddr address, int level, int now) => _pages[Key(geometry, address, level)] = now;

    /// <summary>Drops the paging-structure caches.</summary>
    public void DropPaths(int now) => _pathsOfAll.Add(now);

    /// <summary>Drops from the paging-structure caches what this address would use.</summary>
    public void DropPath(VirtAddr address, int now)
    {
        for (int level = 2; level <= geometry.Levels; level++)
        {
            ulong key = Key(geometry, address, level);
            if (!_paths.TryGetValue(key, out List<int>? drops))
            {
                _paths.Add(key, drops = []);
            }

            drops.Add(now);
        }
    }

    /// <summary>From when on a translation, other than a global one, may be held since.</summary>
    public int PageHeldSince(VirtAddr address, int level) =>
        int.Max(Flushed, _pages.GetValueOrDefault(Key(geometry, address, level)));

    /// <summary>
    /// When an entry that the paging-structure caches took at <paramref name="taken"/> was dropped; the greatest
    /// number if not yet.
    /// </summary>
    public int PathDroppedAfter(VirtAddr address, int level, int taken)
    {
        int dropped = FirstAfter(_pathsOfAll, taken);
        return _paths.Count != 0 && _paths.TryGetValue(Key(geometry, address, level), out List<int>? drops)
            ? int.Min(dropped, FirstAfter(drops, taken))
            : dropped;
    }

    /// <summary>One number for all addresses that one entry at a level covers.</summary>
    public static ulong Key(Geometry geometry, VirtAddr address, int level) =>
        ((address.Value >> geometry.ShiftAt(level)) * 8) + (ulong)level;

    private static int FirstAfter(List<int> moments, int taken)
    {
        if (moments.Count == 0 || moments[^1] <= taken)
        {
            return int.MaxValue;
        }

        int found = moments.BinarySearch(taken + 1);
        return moments[found < 0 ? ~found : found];
    }
}
