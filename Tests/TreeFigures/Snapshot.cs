using System;
using System.Collections.Generic;
using System.Linq;

namespace TreeFigures;

/// <summary>An entry of a page table.</summary>
/// <param name="State">What it allows.</param>
/// <param name="Number">The number of its page, or above the lowest level its index in the table.</param>
/// <param name="Target">The number of the frame that it points at; -1 where it points at none.</param>
internal readonly record struct TableEntry(EntryState State, int Number, int Target);

/// <summary>A page table or a page.</summary>
/// <param name="Frame">The number of its frame.</param>
/// <param name="Level">The level of the table; 0 for a page.</param>
/// <param name="References">How many entries point at it; a space counts as one of its root.</param>
/// <param name="Entries">A table's entries, of a root those of the user half; none for a page.</param>
/// <param name="Word">What a page begins with; 0 for a table.</param>
internal sealed record Node(int Frame, int Level, uint References, IReadOnlyList<TableEntry> Entries, uint Word);

/// <summary>An address space by its name and the number of its root's frame.</summary>
internal readonly record struct NamedRoot(string Name, int Frame);

/// <summary>A page of a space: its number, its frame's, what it begins with, and what its own entry allows.</summary>
internal readonly record struct Mapping(int Page, int Frame, uint Word, EntryState State);

/// <summary>What the tables and counts said at one moment.</summary>
/// <param name="Name">A short name, for the figure's file.</param>
/// <param name="Title">What has just happened.</param>
/// <param name="Roots">The spaces.</param>
/// <param name="Nodes">All that they reach, each once, from the first root down.</param>
/// <param name="Counts">The reference counts of all frames, by their numbers; 0 for a free one.</param>
internal sealed record Snapshot(
    string Name,
    string Title,
    IReadOnlyList<NamedRoot> Roots,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<uint> Counts)
{
    /// <summary>The table or page in a frame; null where no space reaches it.</summary>
    public Node? Find(int frame) => Nodes.FirstOrDefault(node => node.Frame == frame);

    /// <summary>The pages of a space, in the order of their numbers.</summary>
    public IEnumerable<Mapping> PagesOf(string space) =>
        Below(Find(Roots.Single(root => root.Name == space).Frame)!);

    private IEnumerable<Mapping> Below(Node table) => table.Entries
        .Where(static entry => entry.Target >= 0)
        .SelectMany(entry => Find(entry.Target) switch
        {
            { Level: 0 } page => [new Mapping(entry.Number, page.Frame, page.Word, entry.State)],
            { } below => Below(below),
            null => throw new InvalidOperationException($"nothing is known of frame {entry.Target}"),
        });
}
