namespace UserPrograms;

/// <summary>The caller's own pages, far from all others: so that tables are needed too.</summary>
internal static class PageTries
{
    private const int Length = 8 * (int)Scratch.Page;

    /// <summary>Memory of the task's own, to come.</summary>
    internal static void MapRegion() => Check.Done(Map(), "map");

    /// <summary>The same, touched, and then shared with a fork, which ends when this task does.</summary>
    internal static void ShareRegion()
    {
        Check.Done(Call.Map(Regions.First, Length, out Span<byte> region), "map");
        region.Fill(1);
        Peer.StartWaiting(static () => _ = Call.Send(Peer.Parent, default, default, out _));
    }

    /// <summary>Map.</summary>
    internal static CallError Map() => Call.Map(Regions.First, Length, MapRights.Write);

    /// <summary>Print.</summary>
    internal static CallError Print() => Call.Print(Call.Mapped(Regions.First, 1));

    /// <summary>Spawn of a program whose name, of zeros, is still to come.</summary>
    internal static CallError SpawnName()
    {
        CallError error = Call.Spawn(Call.Mapped(Regions.First, 1), default, out _);
        return error == CallError.NoSuchProgram ? CallError.None : error;
    }

    /// <summary>A write, which is done, or the end of the task.</summary>
    internal static CallError Touch()
    {
        Call.Mapped(Regions.First, Length)[^1] = 2;
        return CallError.None;
    }

    /// <summary>Unmap, of one page of many.</summary>
    internal static CallError Unmap() => Call.Unmap(Regions.First, Scratch.Page);

    /// <summary>Protect, of one page of many.</summary>
    internal static CallError Protect() => Call.Protect(Regions.First, Scratch.Page, MapRights.Read);
}
