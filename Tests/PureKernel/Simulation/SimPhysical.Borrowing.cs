using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Kernel.Units;

namespace Kernel.Simulation;

/// <content>Tables for software that writes entries through a span, unseen until the next look.</content>
public sealed partial class SimPhysical
{
    private readonly Dictionary<int, ulong[]> _borrowed = [];

    /// <summary>
    /// The entries of the table in this frame, to read and write until the next event: an access, an invalidation, the
    /// end of an operation. Several writes to one entry before that count as one.
    /// </summary>
    public Span<ulong> Borrow(PhysAddr table) => BorrowWords(table).AsSpan(0, Geometry.EntriesPerTable);

    /// <summary>The bytes of the page in this frame, for as long as the entries of a table.</summary>
    public Span<byte> BorrowBytes(PhysAddr page) =>
        MemoryMarshal.AsBytes(BorrowWords(page).AsSpan())[..(1 << Geometry.PageBits)];

    private ulong[] BorrowWords(PhysAddr address)
    {
        int frame = Find(address);
        ulong[] words = _frames[frame] ??= new ulong[_wordsPerFrame];
        _borrowed.TryAdd(frame, [.. words]);
        return words;
    }

    /// <summary>Notes what was written to borrowed tables.</summary>
    internal void Observe()
    {
        if (_borrowed.Count == 0)
        {
            return;
        }

        foreach ((int frame, ulong[] before) in _borrowed)
        {
            ulong[] words = _frames[frame]!;
            for (int index = 0; index < words.Length; index++)
            {
                Record(frame, index, before[index], words[index]);
            }
        }

        _borrowed.Clear();
    }
}
