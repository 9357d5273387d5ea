using System;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>
/// Physical memory, in which every word remembers what it has said to page walks.
/// <para>
/// A frame lies at a multiple of 4 KiB whatever the geometry, because entries can name no other; of small pages only
/// the first 2^PageBits bytes of each are there. What is read beyond the memory is all ones, as from an empty bus.
/// </para>
/// </summary>
public sealed partial class SimPhysical
{
    private readonly ulong[]?[] _frames;
    private readonly EntryHistory?[]?[] _histories;
    private readonly int _wordsPerFrame;
    private readonly int _first;

    /// <summary>So many frames of zeros, from the frame of number <paramref name="first"/> on.</summary>
    public SimPhysical(Geometry geometry, int frameCount, int first = 0)
    {
        _first = first;
        Geometry = geometry;
        _frames = new ulong[frameCount][];
        _histories = new EntryHistory[frameCount][];
        _wordsPerFrame = Math.Max(geometry.EntriesPerTable, (1 << geometry.PageBits) / sizeof(ulong));
    }

    /// <summary>The shape of the tables and the size of a page.</summary>
    public Geometry Geometry { get; }

    /// <summary>The frames that are there.</summary>
    public int FrameCount => _frames.Length;

    internal Clock Clock { get; } = new();

    /// <summary>No cache remembers anything from before.</summary>
    internal int Horizon { get; set; }

    /// <summary>An entry was written with the present and the global bit.</summary>
    internal bool HasGlobals { get; private set; }

    /// <summary>The address of a frame by its number.</summary>
    public static PhysAddr FrameAt(int number) => new((ulong)number << EntryBits.FrameShift);

    /// <summary>An entry of the table in this frame.</summary>
    public ulong ReadEntry(PhysAddr table, int index) =>
        TryFind(table, out int frame) ? (_frames[frame]?[index] ?? 0) : ulong.MaxValue;

    /// <summary>Writes an entry of the table in this frame, which is there.</summary>
    public void WriteEntry(PhysAddr table, int index, ulong bits)
    {
        int frame = Find(table);
        ulong[] words = _frames[frame] ??= new ulong[_wordsPerFrame];
        ulong old = words[index];
        words[index] = bits;
        Record(frame, index, old, bits);
        if (_borrowed.TryGetValue(frame, out ulong[]? seen))
        {
            seen[index] = bits;
        }
    }

    /// <summary>One byte of a page's contents; all ones beyond the memory.</summary>
    public byte ReadByte(PhysAddr address) =>
        (byte)(ReadEntry(address, WordOf(address)) >> ShiftOf(address));

    /// <summary>Writes one byte of a page's contents, which is there.</summary>
    public void WriteByte(PhysAddr address, byte value)
    {
        ulong cleared = ReadEntry(address, WordOf(address)) & ~(0xFFUL << ShiftOf(address));
        WriteEntry(address, WordOf(address), cleared | ((ulong)value << ShiftOf(address)));
    }

    /// <summary>Whether every word of a frame is this one.</summary>
    public bool Holds(PhysAddr frame, ulong word)
    {
        ulong[]? words = _frames[Find(frame)];
        return words is null ? word == 0 : !words.AsSpan().ContainsAnyExcept(word);
    }

    /// <summary>Writes all words of a frame.</summary>
    public void Fill(PhysAddr frame, ulong word)
    {
        for (int index = 0; index < _wordsPerFrame; index++)
        {
            WriteEntry(frame, index, word);
        }
    }

    /// <summary>Copies all words of a frame.</summary>
    public void Copy(PhysAddr source, PhysAddr destination)
    {
        for (int index = 0; index < _wordsPerFrame; index++)
        {
            WriteEntry(destination, index, ReadEntry(source, index));
        }
    }

    /// <summary>The processor sets bits of its own, of which no cache keeps a copy.</summary>
    internal void MarkUsed(PhysAddr table, int index, ulong bits)
    {
        if (TryFind(table, out int frame) && _frames[frame] is { } words)
        {
            words[index] |= bits;
        }
    }

    /// <summary>What the word has said; none where it never changed.</summary>
    internal EntryHistory? HistoryOf(PhysAddr table, int index) =>
        TryFind(table, out int frame) ? _histories[frame]?[index] : null;

    private void Record(int frame, int index, ulong old, ulong bits)
    {
        ulong before = EntryBits.Cacheable(old);
        ulong after = EntryBits.Cacheable(bits);
        if (before != after)
        {
            HasGlobals |= (after & EntryBits.Global) != 0;
            EntryHistory?[] histories = _histories[frame] ??= new EntryHistory?[_wordsPerFrame];
            EntryHistory history = histories[index] ??= new EntryHistory(before);
            history.Add(new EntryValue(after, Clock.Tick(), Clock.Operation), Horizon);
        }
    }

    private bool TryFind(PhysAddr address, out int frame)
    {
        ulong number = (address.Value >> EntryBits.FrameShift) - (ulong)_first;
        frame = (int)number;
        return number < (ulong)_frames.Length;
    }

    private int Find(PhysAddr address) => TryFind(address, out int frame)
        ? frame
        : throw new ArgumentOutOfRangeException(nameof(address), $"no memory at 0x{address.Value:x}");

    private static int WordOf(PhysAddr address) =>
        (int)(address.Value & ((1UL << EntryBits.FrameShift) - 1)) / sizeof(ulong);

    private static int ShiftOf(PhysAddr address) => (int)(address.Value % sizeof(ulong)) * 8;
}
