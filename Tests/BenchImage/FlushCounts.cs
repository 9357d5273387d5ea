using System.Runtime;
using System.Runtime.CompilerServices;

namespace Kernel.Bench;

/// <summary>
/// Tests/BenchImage/counted.asm: how often the processor was told to forget, and the same leaves uncounted.
/// </summary>
internal static class FlushCounts
{
    /// <summary>Writes of CR3 by the kernel so far.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("bench_root_writes")]
    internal static extern ulong RootWrites();

    /// <summary>INVLPG by the kernel so far.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("bench_invalidations")]
    internal static extern ulong Invalidations();

    /// <summary>As the kernel writes CR3, but not counted.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("bench_write_cr3")]
    internal static extern void WriteRootUncounted(ulong value);

    /// <summary>As the kernel's INVLPG, but not counted.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("bench_invlpg")]
    internal static extern void InvalidateUncounted(ulong address);
}
