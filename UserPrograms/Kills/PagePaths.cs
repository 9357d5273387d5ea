namespace UserPrograms;

/// <summary>Paths of pages: the first task's, and those that it shares with a child.</summary>
internal static class PagePaths
{
    private const ulong Place = 0x20_0000_0000;
    private const int Length = 4 * Buffers.Page;

    /// <summary>Pages are mapped, touched, protected and given back, before and after a fork.</summary>
    internal static void Map()
    {
        Party.Done(Call.Map(Place, Length, out Span<byte> pages));
        pages[0] = 1;
        Party.Done(Call.Protect(Place, Buffers.Page, MapRights.Read));
        Handle child = Party.Start(static () =>
        {
            Party.Done(Call.Unmap(Place, Length / 2));
            Party.Done(Call.Map(Place, Length / 2, out Span<byte> others));
            others[0] = 2;
        });
        Party.Done(Call.Protect(Place, Buffers.Page, MapRights.Write));
        pages[0] = 3;
        Party.Done(Call.Unmap(Place, Length));
        _ = Party.Await(child);
    }

    /// <summary>
    /// Page faults: pages of zeros, the stack's next page, pages that a child shares; and a child that must not write.
    /// </summary>
    internal static void Fault()
    {
        Party.Done(Call.Map(Place, Length, out Span<byte> pages));
        Touch(pages);
        Handle child = Party.Start(static () =>
        {
            GrowStack();
            Buffers.Long[0] = 2;
            Buffers.Long[Buffers.Page] = 2;
        });
        Touch(pages);
        Buffers.Long[0] = 3;
        _ = Party.Await(child);
    }

    private static void Touch(Span<byte> pages)
    {
        for (int at = 0; at < pages.Length; at += Buffers.Page)
        {
            pages[at]++;
        }
    }

    private static void GrowStack()
    {
        Span<byte> far = stackalloc byte[Buffers.Page];
        far[0] = 1;
        Party.Check(far[0] == 1);
    }
}
