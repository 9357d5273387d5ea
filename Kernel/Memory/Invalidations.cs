using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// What the processor must forget at the end of an operation: of single pages, of tables that were replaced, or all of
/// it (docs/04-what-the-processor-may-remember.md).
/// </summary>
public struct Invalidations
{
    /// <summary>The most pages that are invalidated one by one; more are cheaper all at once.</summary>
    public const int MostPages = 32;

    private Pages _pages;
    private int _count;
    private bool _isWhole;
    private VirtAddr _path;
    private bool _hasPath;

    /// <summary>How many pages were invalidated since the start.</summary>
    public ulong PagesIssued { get; private set; }

    /// <summary>How often all of a space was invalidated since the start.</summary>
    public ulong WholeIssued { get; private set; }

    /// <summary>Whether all will be forgotten, whatever else is added.</summary>
    internal readonly bool IsWhole
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _isWhole;
    }

    /// <summary>Whether there is nothing to do.</summary>
    internal readonly bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _count == 0 && !_isWhole && !_hasPath;
    }

    /// <summary>A page's translation was changed or lost a right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddPage(VirtAddr page)
    {
        if (_count == MostPages)
        {
            _isWhole = true;
            return;
        }

        _pages[_count++] = page;
    }

    /// <summary>More translations were changed than anybody counts.</summary>
    internal void AddWhole() => _isWhole = true;

    /// <summary>A table on the way to this address was replaced: invalidating any page makes that known.</summary>
    internal void AddPath(VirtAddr address)
    {
        _hasPath = true;
        _path = address;
    }

    /// <summary>
    /// Does what is to be done; <paramref name="root"/> is what CR3 gets where all is to be forgotten. With several
    /// processors, the others are asked for their share here, and waited for.
    /// </summary>
    internal void Issue(ulong root)
    {
        if (_isWhole)
        {
            Machine.WriteRoot(root);
            WholeIssued++;
        }
        else if (_count != 0)
        {
            IssuePages();
        }
        else
        {
            Machine.InvalidatePage(_path);
            PagesIssued++;
        }

        _count = 0;
        _isWhole = false;
        _hasPath = false;
    }

    /// <summary>Does it at once for a page, where nothing else is to be done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void IssuePage(VirtAddr page)
    {
        Machine.InvalidatePage(page);
        PagesIssued++;
    }

    private void IssuePages()
    {
        for (int i = 0; i < _count; i++)
        {
            Machine.InvalidatePage(_pages[i]);
        }

        PagesIssued += (ulong)_count;
    }

    [InlineArray(MostPages)]
    private struct Pages
    {
        private VirtAddr _first;
    }
}
