using FsCheck;
using FsCheck.Fluent;
using Kernel.Tests.Host.Firmware;

namespace Kernel.Tests.Host.Memory;

/// <summary>Memory maps as no firmware would make them: regions anywhere, in any order, one over the other.</summary>
internal static class RandomMaps
{
    /// <summary>
    /// Maps whose regions begin up to <paramref name="end"/> and are up to <paramref name="longest"/> bytes long. One
    /// more, behind them all, keeps a map from having no usable memory, which is an error of its own.
    /// </summary>
    public static Gen<MapEntry[]> Below(int end, int longest)
    {
        Gen<MapEntry> entry =
            from start in Gen.Choose(0, end)
            from length in Gen.Choose(1, longest)
            from type in Gen.Elements(MapEntry.Usable, MapEntry.Usable, MapEntry.Reserved)
            select new MapEntry((ulong)start, (ulong)length, type);
        return entry.ArrayOf().Select(entries =>
            (MapEntry[])[.. entries, new MapEntry((ulong)(end + longest), 0x2_0000, MapEntry.Usable)]);
    }
}
