using System.Runtime.CompilerServices;

namespace Kernel.Memory;

/// <summary>Takes rights from entries, with few instructions for each.</summary>
internal readonly struct RightsMask
{
    /// <summary>Leaves no more than these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RightsMask(PageRights allowed)
    {
        Kept = (allowed & PageRights.Write) != 0 ? ulong.MaxValue : ~(PageEntry.Writable | PageEntry.CopyOnWrite);
        Set = (allowed & PageRights.Execute) != 0 ? 0 : PageEntry.NoExecute;
    }

    /// <summary>Takes nothing.</summary>
    internal static RightsMask All
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(PageRights.Write | PageRights.Execute);
    }

    /// <summary>The bits that entries keep.</summary>
    internal ulong Kept { get; }

    /// <summary>The bits that entries get.</summary>
    internal ulong Set { get; }
}
