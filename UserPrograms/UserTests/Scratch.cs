namespace UserPrograms;

/// <summary>
/// Memory of known shape: pages that can be written, that can only be read, that are still to come, and holes. Each
/// case has its own.
/// </summary>
internal static class Scratch
{
    /// <summary>Four pages to write, all touched; a hole below and above.</summary>
    internal const ulong Writable = 0x6000_1000;

    /// <summary>The address behind them.</summary>
    internal const ulong WritableEnd = Writable + (4 * Page);

    /// <summary>A page to read, of zeros; a page to write below, and a hole above.</summary>
    internal const ulong ReadOnly = 0x6001_0000;

    /// <summary>Two pages to write that nobody has touched.</summary>
    internal const ulong ToCome = 0x6002_0000;

    /// <summary>Nothing is mapped here, for a mebibyte.</summary>
    internal const ulong Hole = 0x6010_0000;

    /// <summary>The bytes of a page.</summary>
    internal const ulong Page = 4096;

    /// <summary>The most that a <see cref="Peer"/> echoes.</summary>
    internal const int MostEchoed = 4096;

    /// <summary>The pages to write: byte i holds <see cref="Byte"/> of i.</summary>
    internal static Span<byte> Make()
    {
        Check.Done(Call.Map(Writable, (int)(WritableEnd - Writable), out Span<byte> bytes), "map");
        Check.Done(Call.Map(ReadOnly - Page, Page, MapRights.Write), "map beside what is to read");
        Check.Done(Call.Map(ReadOnly, Page, MapRights.Read), "map to read");
        Check.Done(Call.Map(ToCome, 2 * Page, MapRights.Write), "map without a touch");
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = Byte(i);
        }

        return bytes;
    }

    /// <summary>Bytes have to be what <see cref="Make"/> puts there, from byte <paramref name="first"/> on.</summary>
    internal static void Expect(ReadOnlySpan<byte> bytes, int first, string what)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            Check.Equal(Byte(first + i), bytes[i], what);
        }
    }

    /// <summary>What byte i holds: another one in the same place of each page.</summary>
    internal static byte Byte(int i) => (byte)(i + (i >> 12) + 1);
}
