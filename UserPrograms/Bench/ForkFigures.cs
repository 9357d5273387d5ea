namespace UserPrograms;

/// <summary>A child that is forked, ends at once and is waited for, from tasks of different sizes.</summary>
internal static class ForkFigures
{
    private const ulong Rounds = 20;
    private const int Mebibyte = 1 << 20;
    private const ulong There = 0x20_0000_0000;

    /// <summary>Measures them all.</summary>
    internal static void Measure()
    {
        Touch(There, Mebibyte);
        Meter.Measure("fork-exit-wait-1MiB", Rounds, ForkAndWait);
        Touch(There + Mebibyte, 255 * Mebibyte);
        Meter.Measure("fork-exit-wait-256MiB", Rounds, ForkAndWait);
    }

    private static void Touch(ulong at, int bytes)
    {
        const int page = 4096;
        Call.Map(at, bytes, out Span<byte> data).OrFail("map");
        for (int i = 0; i < data.Length; i += page)
        {
            data[i] = 1;
        }
    }

    private static void ForkAndWait()
    {
        for (ulong i = 0; i < Rounds; i++)
        {
            Call.Fork(out Handle child, out bool isChild).OrFail("fork");
            if (isChild)
            {
                Call.Exit(0);
            }

            Call.Wait(child, out _, out _).OrFail("wait");
        }
    }
}
