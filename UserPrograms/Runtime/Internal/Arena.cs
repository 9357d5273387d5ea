using System;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace Internal.Runtime;

/// <summary>
/// Where objects are made, one behind the other: zeros that the kernel maps, and that a program has until it ends.
/// There is no collector.
/// </summary>
internal static unsafe class Arena
{
    private const ulong Start = 0x10_0000_0000;
    private const ulong Step = 256 * 1024;
    private const ulong MostAtOnce = 1UL << 40;

    private static ulong s_next = Start;
    private static ulong s_end = Start;

    /// <summary>So many bytes of zeros, at a multiple of 8; where there is no memory the program ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte* Allocate(ulong size)
    {
        ulong rounded = size + 7 & ~7UL;
        ulong at = s_next;
        if (rounded > s_end - at)
        {
            Grow(rounded - (s_end - at));
        }

        s_next = at + rounded;
        return (byte*)at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Grow(ulong missing)
    {
        ulong more = missing + Step - 1 & ~(Step - 1);
        if (missing > MostAtOnce || Call.Map(s_end, more, MapRights.Write) != CallError.None)
        {
            Failure.FailFast("there is no memory for another object");
        }

        s_end += more;
    }
}
