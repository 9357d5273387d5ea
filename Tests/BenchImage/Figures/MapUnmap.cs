using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>A frame is mapped beside other pages, and unmapped, which gives it back.</summary>
internal readonly struct MapUnmap : IOperation
{
    private static Frame s_frame;
    private static PageRange s_range;
    private static PagingError s_mapped;
    private static PagingError s_unmapped;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "map-unmap"u8;

    /// <inheritdoc/>
    public static void Prepare()
    {
        Workspace.Fill(ByteCount.FromMiB(1));
        s_range = Spaces.Range(Workspace.Page(256), ByteCount.FromKiB(4));
        Spaces.Demand(State.Memory.Frames.TryTake(FrameUse.Page, out s_frame));
    }

    /// <inheritdoc/>
    public static void Run()
    {
        ref PagingManager memory = ref State.Memory;
        s_mapped = memory.MapFrame(
            ref Workspace.Running, s_range.Start, s_frame, RegionKind.Anonymous, PageRights.Write);
        s_unmapped = memory.Unmap(ref Workspace.Running, s_range);
    }

    /// <inheritdoc/>
    public static void Finish()
    {
        Spaces.Demand(s_mapped == PagingError.None && s_unmapped == PagingError.None);
        Spaces.Demand(FrameTable.References(s_frame) == 0);
        Workspace.Clear();
    }
}
