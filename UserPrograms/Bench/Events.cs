namespace UserPrograms;

/// <summary>
/// What the kernel has counted so far, or since then, of what a count of instructions hides. Writes of CR3 in quick
/// ways are among them where the benchmark image counts: Tests/BenchImage/counted.asm.
/// </summary>
/// <param name="RootWrites">Writes of CR3.</param>
/// <param name="Invalidations">INVLPG.</param>
/// <param name="Copied">Bytes that were copied for messages.</param>
internal readonly record struct Events(ulong RootWrites, ulong Invalidations, ulong Copied)
{
    /// <summary>Those up to now.</summary>
    internal static Events Now() => new(
        Call.Count(Counter.RootWrites), Call.Count(Counter.PagesInvalidated), Call.Count(Counter.BytesCopied));

    /// <summary>Those since <paramref name="before"/> for one of so many rounds, to the nearest.</summary>
    internal Events Since(Events before, ulong rounds) => new(
        PerRound(RootWrites - before.RootWrites, rounds),
        PerRound(Invalidations - before.Invalidations, rounds),
        PerRound(Copied - before.Copied, rounds));

    private static ulong PerRound(ulong events, ulong rounds) => (events + (rounds / 2)) / rounds;
}
