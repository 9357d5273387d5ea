using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>
/// Words that tell which they are: a salt, a number that goes up from word to word, and a check of both. So a receiver
/// knows from the first word of a message what all others have to be.
/// </summary>
internal static class Pattern
{
    /// <summary>A message of fewer bytes is none of this kind.</summary>
    internal const ulong LeastBytes = 64;

    private const int SaltShift = 40;
    private const int NumberShift = 24;
    private const ulong NumberMask = 0xFFFF;
    private const ulong Kind = 3;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The word of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Word(ulong salt, ulong number)
    {
        ulong named = salt << SaltShift | (number & NumberMask) << NumberShift;
        return named | named * Spread >> SaltShift;
    }

    /// <summary>A sum in which each bit of each word counts, and where it is.</summary>
    internal static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        const ulong factor = 5;
        ulong sum = 0;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = (sum * factor) + word;
        }

        return sum;
    }

    /// <summary>Makes all words anew.</summary>
    internal static void Fill(Span<byte> bytes, ulong salt)
    {
        Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = Word(salt, (ulong)i);
        }
    }

    /// <summary>A length that says that the message has this pattern, and where in a word it begins.</summary>
    internal static ulong LengthFor(ulong address, ulong about) =>
        LeastBytes + (about & ~(LeastBytes - 1)) + (address % sizeof(ulong) * sizeof(ulong)) + Kind;

    /// <summary>Whether a length says so.</summary>
    internal static bool IsMeant(ulong length) => length >= LeastBytes && length % sizeof(ulong) == Kind;

    /// <summary>Whether a message of this length, of which these bytes came, has the pattern all over.</summary>
    internal static bool IsIn(ReadOnlySpan<byte> message, ulong length)
    {
        int phase = (int)(length / sizeof(ulong) % sizeof(ulong));
        int at = (sizeof(ulong) - phase) % sizeof(ulong);
        if (at + sizeof(ulong) > message.Length)
        {
            return true;
        }

        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(message[at..]);
        ulong salt = words[0] >> SaltShift;
        ulong number = words[0] >> NumberShift & NumberMask;
        foreach (ulong word in words)
        {
            if (word != Word(salt, number++))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A short message of which each word follows from the first.</summary>
    internal static ShortMessage Short(ulong first) => new()
    {
        Word0 = first,
        Word1 = Dice.Mix(first),
        Word2 = Dice.Mix(first + 1),
        Word3 = Dice.Mix(first + 2),
    };
}
