using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kernel.Memory;

/// <summary>A set of entries of one half of a root table, so that nobody looks at all of them.</summary>
public struct SlotSet
{
    private const int WordShift = 6;
    private const int BitMask = 63;
    private const int WordCount = 4;

    private Words _words;

    /// <summary>Puts an entry of the half, 0 to 255, into the set or takes it out.</summary>
    internal void Set(int slot, bool isIn)
    {
        ulong bit = 1UL << (slot & BitMask);
        ref ulong word = ref _words[slot >> WordShift];
        word = isIn ? word | bit : word & ~bit;
    }

    /// <summary>The lowest entry in the set from <paramref name="slot"/> on; -1 where there is none.</summary>
    internal readonly int Next(int slot)
    {
        ulong mask = ulong.MaxValue << (slot & BitMask);
        for (int word = slot >> WordShift; word < WordCount; word++)
        {
            ulong rest = _words[word] & mask;
            if (rest != 0)
            {
                return (word << WordShift) + BitOperations.TrailingZeroCount(rest);
            }

            mask = ulong.MaxValue;
        }

        return -1;
    }

    [InlineArray(WordCount)]
    private struct Words
    {
        private ulong _first;
    }
}
