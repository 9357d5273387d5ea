using System;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Simulator.Hardware;

/// <content>What changes, and is noted.</content>
internal sealed partial class FlatMachine
{
    /// <summary>The frames whose records, entries or tasks may have changed since it was cleared.</summary>
    public static TouchedFrames Touched { get; private set; } = new(0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref FrameRecord Record(Frame frame)
    {
        if (frame == Frame.None)
        {
            return ref s_none;
        }

        int index = IndexOf(frame);
        Touched.Add(index);
        return ref s_records[index];
    }

    /// <summary>The record of a task in a frame.</summary>
    public static ref Task TaskIn(Frame frame)
    {
        int index = IndexOf(frame);
        Touched.Add(index);
        return ref (s_tasks[index] ??= new Task[1])[0];
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadEntry(Frame table, int index) => s_words[(IndexOf(table) * WordsPerFrame) + index];

    /// <inheritdoc/>
    public static void WriteEntry(Frame table, int index, ulong bits)
    {
        int frame = IndexOf(table);
        ref ulong word = ref s_words[(frame * WordsPerFrame) + index];
        if (word != bits)
        {
            Touched.Add(frame);
            foreach (Caches caches in Processors)
            {
                caches.Note(frame, index, word, bits);
            }

            word = bits;
        }
    }

    /// <inheritdoc/>
    public static void InvalidatePage(VirtAddr address) => Processors[0].DropPage(address);

    /// <inheritdoc/>
    public static void WriteRoot(ulong value) => Processors[0].SwitchTo(Frame.Holding(new PhysAddr(value)));

    /// <inheritdoc/>
    public static void ClearPage(Frame frame) => FillPage(frame, 0);

    /// <inheritdoc/>
    public static void FillPage(Frame frame, ulong pattern)
    {
        int index = IndexOf(frame);
        if (pattern == FreedFrames.Junk)
        {
            AssertForgotten(index);
        }

        s_words.AsSpan(index * WordsPerFrame, WordsPerFrame).Fill(pattern);
        s_handles[index]?.AsSpan().Fill(pattern);
    }

    /// <inheritdoc/>
    public static void CopyPage(Frame target, Frame source)
    {
        Array.Copy(
            s_words, IndexOf(source) * WordsPerFrame, s_words, IndexOf(target) * WordsPerFrame, WordsPerFrame);
        if (s_records[IndexOf(source)].Use == FrameUse.Handles)
        {
            HandlesIn(IndexOf(source)).CopyTo(HandlesIn(IndexOf(target)));
        }
    }

    /// <inheritdoc/>
    public static void CopyBytes(Frame target, int targetOffset, Frame source, int sourceOffset, int count) =>
        PageBytes(source).Slice(sourceOffset, count).CopyTo(PageBytes(target).Slice(targetOffset, count));

    // Handles have room for as many as on a real machine: all 4 KiB of a frame, though pages have 256 bytes.
    private static Span<ulong> HandlesIn(int index)
    {
        Touched.Add(index);
        if (s_handles[index] is null)
        {
            s_handles[index] = new ulong[WordsPerHandles];
            s_handles[index].AsSpan().Fill(s_words[index * WordsPerFrame]);
        }

        return s_handles[index];
    }

    // It is being given back: nobody may still know a way to it.
    private static void AssertForgotten(int index)
    {
        foreach (Caches caches in Processors)
        {
            caches.AssertForgotten(index);
        }
    }
}
