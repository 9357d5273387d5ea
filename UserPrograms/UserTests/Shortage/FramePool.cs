namespace UserPrograms;

/// <summary>All memory of the machine but a few frames, in the hands of one task.</summary>
internal ref struct FramePool
{
    private const ulong At = 0x40_0000_0000;
    private const int PagesPerTable = 512;

    private readonly Span<byte> _pages;
    private int _held;

    /// <summary>Room for so many frames; none is held yet.</summary>
    internal FramePool(int pages)
    {
        Check.Done(Call.Map(At, pages * (int)Scratch.Page, out _pages), "map the pool");
        MakeTables();
    }

    /// <summary>Holds all frames but so many, exactly.</summary>
    internal void LeaveFree(int frames)
    {
        int more = (int)Call.Count(Counter.FreeFrames) - frames;
        while (more != 0)
        {
            for (; more > 0; more--)
            {
                Touch(_held++);
            }

            for (; more < 0; more++)
            {
                GiveBack(--_held);
            }

            more = (int)Call.Count(Counter.FreeFrames) - frames;
        }
    }

    /// <summary>Holds nothing any more.</summary>
    internal void GiveAllBack()
    {
        Check.Done(Call.Unmap(At, (ulong)_pages.Length), "unmap the pool");
        Check.Done(Call.Map(At, (ulong)_pages.Length, MapRights.Write), "map the pool again");
        _held = 0;
        MakeTables();
    }

    // So that later each page costs a frame and no more.
    private readonly void MakeTables()
    {
        for (int page = 0; page < _pages.Length / (int)Scratch.Page; page += PagesPerTable)
        {
            Touch(page);
        }
    }

    private readonly void Touch(int page) => _pages[page * (int)Scratch.Page] = 1;

    private static void GiveBack(int page)
    {
        ulong address = At + ((ulong)page * Scratch.Page);
        Check.Done(Call.Unmap(address, Scratch.Page), "unmap a page of the pool");
        Check.Done(Call.Map(address, Scratch.Page, MapRights.Write), "map it again");
    }
}
