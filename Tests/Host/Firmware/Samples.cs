using System.Linq;
using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Tests.Host.Firmware;

/// <summary>Values that tests expect.</summary>
internal static class Samples
{
    /// <summary><see cref="MapEntry.Pc128MiB"/> as the kernel must see it.</summary>
    public static MemoryRegion[] Pc128MiB => [.. MapEntry.Pc128MiB.Select(static entry => Region(
        entry.Start,
        entry.Start + entry.Length,
        entry.Type == MapEntry.Usable ? MemoryKind.Usable : MemoryKind.Reserved))];

    public static PhysRange Range(ulong start, ulong end) => new(new PhysAddr(start), new PhysAddr(end));

    public static MemoryRegion Region(ulong start, ulong end, MemoryKind kind) => new(Range(start, end), kind);
}
