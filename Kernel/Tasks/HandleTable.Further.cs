using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Abi;
using Kernel.Units;

namespace Kernel.Tasks;

/// <content>
/// The entries that the record has no room for: 128 in each of up to 32 frames, the first of which comes when all
/// entries of the record are in use. The frames go when the task ends.
/// </content>
internal partial struct HandleTable
{
    private const int PerFrame = 128;
    private const int MostFrames = (Handle.PerTask - InRecord + PerFrame - 1) / PerFrame;

    /// <summary>How many frames it has.</summary>
    internal readonly int Frames => _frameCount;

    /// <summary>Whether it has as many as it can.</summary>
    internal readonly bool IsLargest => Frames == MostFrames;

    /// <summary>All entries, the free ones and the first included: indices are below this.</summary>
    internal readonly int Count => IndexBehind(Frames);

    /// <summary>Whether so many handles can be made.</summary>
    internal readonly bool HasRoomFor(int handles) => FreeCount + _furtherFree >= handles;

    /// <summary>One of its frames.</summary>
    internal readonly Frame FrameAt(int number) => _frames[number];

    /// <summary>One frame more, with entries that nobody can use yet: those of a parent's are to come.</summary>
    internal void Append(Frame frame) => _frames[_frameCount++] = frame;

    /// <summary>One frame of zeros more: free entries.</summary>
    internal void Extend(Frame frame)
    {
        int first = Count;
        Append(frame);
        for (int index = Count - 1; index >= first; index--)
        {
            At((ulong)index).Serial = _freeFurther;
            _freeFurther = (uint)index;
            _furtherFree++;
        }
    }

    /// <summary>Takes <see cref="Extend"/> back, before a handle was made or given up.</summary>
    internal void Retract()
    {
        int last = Count - 1;
        _freeFurther = (uint)At((ulong)last).Serial;
        _frameCount--;
        _furtherFree -= last + 1 - Count;
        _frames[_frameCount] = Frame.None;
    }

    private static int IndexBehind(int frames) => Math.Min(InRecord + (frames * PerFrame), Handle.PerTask);

    private static Span<HandleEntry> EntriesIn(Frame frame) =>
        MemoryMarshal.Cast<byte, HandleEntry>(Machine.PageBytes(frame));

    // The first entry where there is none: it is no handle's.
    [UnscopedRef]
    private ref HandleEntry FurtherAt(uint index)
    {
        int number = (int)(index - InRecord) / PerFrame;
        return ref number < Frames
            ? ref EntriesIn(_frames[number])[(int)(index - InRecord) % PerFrame]
            : ref _entries[0];
    }

    // An entry with a new key: of the record, as long as one is free there.
    [UnscopedRef]
    private ref HandleEntry TakeAny()
    {
        if (FreeCount != 0)
        {
            return ref TakeFree();
        }

        uint index = _freeFurther;
        ref HandleEntry entry = ref FurtherAt(index);
        _freeFurther = (uint)entry.Serial;
        _furtherFree--;
        entry.Key = NewKey(index);
        return ref entry;
    }

    private void RemoveFurther(uint index)
    {
        Clear(ref FurtherAt(index), _freeFurther);
        _freeFurther = index;
        _furtherFree++;
    }

    // The frames are another table's: their contents go into one's own.
    private void CopyFurther(in FrameList own)
    {
        for (int number = 0; number < Frames; number++)
        {
            Machine.CopyPage(own[number], _frames[number]);
        }

        _frames = own;
    }

    [InlineArray(MostFrames)]
    private struct FrameList
    {
        private Frame _first;
    }
}
