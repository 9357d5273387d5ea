namespace UserPrograms;

/// <summary>A page that is mapped and unmapped, and not touched or written to once meanwhile.</summary>
internal static class PageFigures
{
    private const ulong Rounds = 1000;
    private const int Page = 4096;
    private const ulong There = 0x20_0000_0000;

    /// <summary>Measures them all.</summary>
    internal static void Measure()
    {
        // Neighbours: what is measured is the page, not the tables that it lies in.
        Call.Map(There - Page, Page, out Span<byte> neighbour).OrFail("map");
        neighbour[0] = 1;
        Call.Map(There + Page, Page, out neighbour).OrFail("map");
        neighbour[0] = 1;
        Meter.Measure("map-unmap-page", Rounds, MapAndUnmap);
        Meter.Measure("map-write-unmap-page", Rounds, MapWriteAndUnmap);
    }

    private static void MapAndUnmap()
    {
        for (ulong i = 0; i < Rounds; i++)
        {
            Call.Map(There, Page, MapRights.Write).OrFail("map");
            Call.Unmap(There, Page).OrFail("unmap");
        }
    }

    private static void MapWriteAndUnmap()
    {
        for (ulong i = 0; i < Rounds; i++)
        {
            Call.Map(There, Page, out Span<byte> page).OrFail("map");
            page[0] = 1;
            Call.Unmap(There, Page).OrFail("unmap");
        }
    }
}
