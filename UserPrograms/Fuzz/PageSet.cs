using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>A set of the pages of the ground: a bit for each.</summary>
internal sealed class PageSet
{
    private const int Bits = 64;

    private readonly ulong[] _words = new ulong[(int)Ground.Pages / Bits];

    /// <summary>Whether it has a page.</summary>
    internal bool Has(int page) => (_words[page / Bits] >> page & 1) != 0;

    /// <summary>Whether it has one of these pages.</summary>
    internal bool HasAny(int first, int count)
    {
        ulong any = 0;
        for (int word = first / Bits; word * Bits < first + count; word++)
        {
            any |= _words[word] & Mask(word, first, count);
        }

        return any != 0;
    }

    /// <summary>Whether it has all of these pages.</summary>
    internal bool HasAll(int first, int count)
    {
        ulong missing = 0;
        for (int word = first / Bits; word * Bits < first + count; word++)
        {
            missing |= ~_words[word] & Mask(word, first, count);
        }

        return missing == 0;
    }

    /// <summary>From now on it has these pages, or none of them.</summary>
    internal void Set(int first, int count, bool isIn)
    {
        for (int word = first / Bits; word * Bits < first + count; word++)
        {
            ulong mask = Mask(word, first, count);
            _words[word] = isIn ? _words[word] | mask : _words[word] & ~mask;
        }
    }

    // The bits of a word that stand for these pages.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(int word, int first, int count)
    {
        int from = first - (word * Bits);
        int end = from + count;
        ulong mask = end < Bits ? (1UL << end) - 1 : ulong.MaxValue;
        return from > 0 ? mask >> from << from : mask;
    }
}
