using System;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>
/// So much memory that was written to is lent to a space that has other pages in the same tables, and nothing in the
/// way.
/// </summary>
internal readonly struct LendPages<TSize> : IOperation
    where TSize : struct, ISize
{
    private static PageRange s_range;
    private static PagingError s_error;

    private static ByteCount Neighbours => ByteCount.FromKiB(64);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => TSize.Name;

    /// <inheritdoc/>
    public static void Prepare()
    {
        Workspace.Fill(TSize.Touched);
        Spaces.Create(ref Workspace.Other);
        Spaces.MapTouched(ref Workspace.Other, Spaces.Base + ByteCount.FromMiB(16), Neighbours);
        if (TSize.Touched <= ByteCount.FromMiB(1))
        {
            Spaces.MapTouched(ref Workspace.Other, Spaces.Base + ByteCount.FromKiB(1536), Neighbours);
        }

        s_range = Spaces.Range(Spaces.Base, TSize.Touched);
    }

    /// <inheritdoc/>
    public static void Run() => s_error = State.Memory.Lend(
        ref Workspace.Running, s_range, ref Workspace.Other, Spaces.Base, PageRights.Write);

    /// <inheritdoc/>
    public static void Finish()
    {
        Spaces.Demand(s_error == PagingError.None);
        Spaces.Demand(
            PagingManager.Query(in Workspace.Other, Spaces.Base).Frame
            == PagingManager.Query(in Workspace.Running, Spaces.Base).Frame);
        Workspace.Clear();
    }
}
