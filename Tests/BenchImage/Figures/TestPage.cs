using System;
using Kernel.Machines;
using Kernel.Metal;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>A page for operations on pages.</summary>
internal static class TestPage
{
    private const ulong Scramble = 0x9E37_79B9_7F4A_7C15;

    /// <summary>A frame with no word twice in it.</summary>
    internal static Frame Take(ulong seed)
    {
        if (!State.Memory.Frames.TryTake(FrameUse.Page, out Frame frame))
        {
            Panic.Stop("no frame is free to measure with"u8);
        }

        Span<ulong> words = Machine.PageTable(frame.Address);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = (seed + (ulong)i + 1) * Scramble;
        }

        return frame;
    }

    /// <summary>Gives the frame back. Panics where what was done to it was not right.</summary>
    internal static void Return(Frame frame, bool isRight)
    {
        if (!isRight)
        {
            Panic.Stop("an operation on a page was measured that did not do its work"u8);
        }

        State.Memory.Frames.ReleaseReference(frame);
    }
}
