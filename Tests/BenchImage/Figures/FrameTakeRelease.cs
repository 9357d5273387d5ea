using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>A frame is taken and given back, by the way over the cache of single frames.</summary>
internal readonly struct FrameTakeRelease : IOperation
{
    private static FrameCount s_freeBefore;
    private static Frame s_frame;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "frame-take-release"u8;

    /// <inheritdoc/>
    public static void Prepare() => s_freeBefore = State.Memory.Frames.Free;

    /// <inheritdoc/>
    public static void Run()
    {
        ref FrameAllocator frames = ref State.Memory.Frames;
        _ = frames.TryTake(FrameUse.Page, out s_frame);
        frames.ReleaseReference(s_frame);
    }

    /// <inheritdoc/>
    public static void Finish()
    {
        if (s_frame == Frame.None || State.Memory.Frames.Free != s_freeBefore)
        {
            Panic.Stop("frame-take-release: no frame came, or none went back"u8);
        }
    }
}
