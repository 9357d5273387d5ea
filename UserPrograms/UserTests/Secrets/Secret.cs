using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>
/// 128 bits that one task has and no other. Only their complement is in the program, which all share; who looks for
/// them makes that of what it finds, and so never has them itself.
/// </summary>
internal static class Secret
{
    private const ulong LowComplement = 0x3A7C_91E5_D06B_42F8;
    private const ulong HighComplement = 0x9D18_C4B3_7E25_A06F;

    /// <summary>Fills words with it. Only who keeps it may.</summary>
    internal static void Fill(Span<ulong> words)
    {
        ulong low = Complement(LowComplement);
        ulong high = Complement(HighComplement);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = (i & 1) == 0 ? low : high;
        }
    }

    /// <summary>A quarter of it, at an address that is a multiple of four, is enough to fail.</summary>
    internal static void ExpectNone(ReadOnlySpan<ulong> words, string where)
    {
        for (int i = 0; i < words.Length; i++)
        {
            // Mostly they are zeros: no part of the secret is.
            if (words[i] != 0 && HasQuarter(~words[i]))
            {
                Check.Fail(where + " has some of the secret");
            }
        }
    }

    private static bool HasQuarter(ulong complement) =>
        IsQuarter((uint)complement) || IsQuarter((uint)(complement >> 32));

    private static bool IsQuarter(uint complement) =>
        complement is (uint)(LowComplement & uint.MaxValue) or (uint)(LowComplement >> 32)
            or (uint)(HighComplement & uint.MaxValue) or (uint)(HighComplement >> 32);

    // Not inlined: else the compiler would put the secret itself into the program.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Complement(ulong word) => ~word;
}
