using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Entries of one target table, and where in the source what they will hold is: entries of one table, or parts of one
/// larger page, of larger pages to come, or of nothing.
/// </summary>
/// <param name="Target">The entries to be replaced.</param>
/// <param name="From">Where the first one's part of the source begins.</param>
/// <param name="Source">The way to it.</param>
internal readonly record struct LentChunk(PageChunk Target, VirtAddr From, PageWalk Source)
{
    /// <summary>Whether the source has an entry of its own for each.</summary>
    internal bool HasEntries => Source.Level == Target.Level;

    /// <summary>The largest pieces with which to go on; both ranges end together.</summary>
    internal static LentChunk At(in AddressSpace source, VirtAddr from, VirtAddr to, VirtAddr end)
    {
        PageChunk target = PageChunk.At(to, end, Machine.Geometry.Levels, from);
        PageWalk walk = PageWalk.To(source.Root, from, target.Level);

        // One table above the last that the walk came through covers all that is alike.
        int covering = walk.Level == target.Level ? target.Level + 1 : walk.Level;
        VirtAddr behind = Machine.Geometry.StartOf(from, covering) + Machine.Geometry.SizeAt(covering);
        ulong alike = (behind - from).Value >> Machine.Geometry.ShiftAt(target.Level);
        bool isShorter = alike < (ulong)target.Count;
        return new LentChunk(isShorter ? target.First((int)alike) : target, from, walk);
    }

    /// <summary>Where the entry's part of the source begins that is so far behind the first.</summary>
    internal VirtAddr FromOf(int step) => From + (Target.AddressOf(step) - Target.Address);

    /// <summary>What the source holds for that entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PageEntry EntryOf(int step) => HasEntries
        ? Source.Slot[step].Entry
        : PartOf(step);

    private PageEntry PartOf(int step)
    {
        PageEntry whole = Source.Entry;
        if (whole.IsEmpty)
        {
            return default;
        }

        ulong offset = (FromOf(step) - Machine.Geometry.StartOf(From, Source.Level)).Value;
        var frames = new FrameCount((uint)(offset >> Machine.Geometry.ShiftAt(1)));
        return whole.Part(Target.Level, whole.Target + frames);
    }
}
