using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Free single frames, the last one in first out, linked through their records. They are kept apart from the
/// <see cref="BuddyLists"/>, which would join and split them.
/// </summary>
public struct FrameCache
{
    /// <summary>The most frames: enough for ups and downs, few enough to give back in one go.</summary>
    public const uint Capacity = 64;

    /// <summary>The frame that comes out next, or none.</summary>
    public Frame Top { get; private set; }

    /// <summary>The frames in it.</summary>
    public FrameCount Count { get; private set; }

    /// <summary>Whether it holds as many frames as it may.</summary>
    public readonly bool IsFull => Count.Value >= Capacity;

    /// <summary>
    /// Puts in a frame, whose record becomes one of this <paramref name="use"/>; the caller knows that there is room.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Push(Frame frame, ref FrameRecord record, FrameUse use)
    {
        record.PutBefore(Top, use);
        Top = frame;
        Count = new FrameCount(Count.Value + 1);
    }

    /// <summary>Takes out <see cref="Top"/>, whose record is given; the caller knows that there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Pop(ref FrameRecord record)
    {
        Top = record.Next;
        Count = new FrameCount(Count.Value - 1);
    }
}
