using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// The indexes by which a walk finds its way, from the root's down: an address shifted left, so that the next index is
/// always uppermost.
/// </summary>
internal struct IndexPath
{
    private const int WordBits = 64;

    private ulong _rest;

    /// <summary>The way to an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal IndexPath(VirtAddr address) => _rest = address.Value << (WordBits - Machine.Geometry.AddressBits);

    /// <summary>The index of the entry one level further down than the last; the root's first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Next()
    {
        Geometry geometry = Machine.Geometry;
        int index = (int)(_rest >> (WordBits - geometry.IndexBits));
        _rest <<= geometry.IndexBits;
        return index;
    }
}
