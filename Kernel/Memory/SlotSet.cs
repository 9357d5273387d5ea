using System.Diagnostics.CodeAnalysis;
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

    /// <summary>All entries in the set, in ascending order.</summary>
    [UnscopedRef]
    public readonly Enumerator GetEnumerator() => new(in this);

    /// <summary>Goes through a set.</summary>
    public ref struct Enumerator
    {
        private readonly ref readonly SlotSet _set;
        private ulong _rest;
        private int _word;

        internal Enumerator(ref readonly SlotSet set)
        {
            _set = ref set;
            _rest = set._words[0];
        }

        /// <summary>The entry, 0 to 255.</summary>
        public int Current { get; private set; }

        /// <summary>Whether there is another entry.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word == WordCount)
                {
                    return false;
                }

                _rest = _set._words[_word];
            }

            Current = (_word << WordShift) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }

    [InlineArray(WordCount)]
    private struct Words
    {
        private ulong _first;
    }
}
