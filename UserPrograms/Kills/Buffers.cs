namespace UserPrograms;

/// <summary>
/// What messages are sent from and received into: forks have the same ones at the same addresses, and so pages in the
/// middle of a long message are shared.
/// </summary>
internal static class Buffers
{
    /// <summary>The bytes of a page.</summary>
    internal const int Page = 4096;

    private const int ShortLength = 100;
    private const int LongLength = 3 * Page;

    /// <summary>For more than what travels in registers.</summary>
    internal static byte[] Short { get; private set; } = [];

    /// <summary>For whole pages.</summary>
    internal static byte[] Long { get; private set; } = [];

    /// <summary>The same, to take a part of.</summary>
    internal static Span<byte> Whole => Long;

    /// <summary>Makes them, and touches them.</summary>
    internal static void Make()
    {
        Short = new byte[ShortLength];
        Long = new byte[LongLength];
        for (int at = 0; at < LongLength; at += Page)
        {
            Long[at] = 1;
        }
    }
}
