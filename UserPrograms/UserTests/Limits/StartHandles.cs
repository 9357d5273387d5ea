namespace UserPrograms;

/// <summary>Handles of a task that starts programs.</summary>
internal static class StartHandles
{
    /// <summary>The room for the child's handle, the first beyond the record, is charged no more.</summary>
    internal static void Refused(Handle echo)
    {
        Handle counter = Peer.Start(() => Environment.Exit(CountRoom(echo)));
        Check.Done(Call.Wait(counter, out _, out ExitStatus room), "wait for who counts");
        // The child had a handle of this task besides.
        Handle last = echo;
        for (int i = 0; i <= room.Code; i++)
        {
            Check.Done(Call.Duplicate(echo, HandleRights.Send, out last), "duplicate");
        }

        Check.Equal(0, (last.Value % Handle.PerTask) / ManyHandles.InRecord, "the part of the table");
        ulong charge = Call.Count(Counter.Charge);
        Check.Gives(CallError.NoSuchProgram, Call.Spawn("nobody"u8, default, out _), "spawn");
        Check.Equal(charge, Call.Count(Counter.Charge), "the charge");
        Check.Done(Call.Duplicate(echo, HandleRights.Send, out Handle far), "duplicate beyond the record");
        Check.Equal(1, (far.Value % Handle.PerTask) / ManyHandles.InRecord, "the next part of the table");
        Check.Equal(charge + 1, Call.Count(Counter.Charge), "the charge with it");
        ManyHandles.ExpectEcho(far);
    }

    /// <summary>What is moved to the program that starts is here no more.</summary>
    internal static void Given(Handle echo)
    {
        for (int count = 1; count <= HandleGift.MostPerMessage; count++)
        {
            Span<Handle> copies = new Handle[HandleGift.MostPerMessage];
            for (int i = 0; i < copies.Length; i++)
            {
                Check.Done(Call.Duplicate(echo, HandleRights.All, out copies[i]), "duplicate");
            }

            var options = new SpawnOptions
            {
                Gift0 = Moved(copies[0]),
                Gift1 = count > 1 ? Moved(copies[1]) : default,
                Gift2 = count > 2 ? Moved(copies[2]) : default,
                Gift3 = count > 3 ? Moved(copies[3]) : default,
            };
            Check.Done(Call.Spawn("usertests"u8, "end"u8, in options, out Handle child), "spawn");
            for (int i = 0; i < copies.Length; i++)
            {
                Check.Gives(i < count ? CallError.BadHandle : CallError.None, Call.Close(copies[i]), "close");
            }

            Check.EndsWell(child, "the program");
        }
    }

    private static HandleGift Moved(Handle handle) => new(handle, isMoved: true);

    private static int CountRoom(Handle handle)
    {
        int made = 0;
        Handle copy = handle;
        while ((copy.Value % Handle.PerTask) / ManyHandles.InRecord == 0)
        {
            Check.Done(Call.Duplicate(handle, HandleRights.Send, out copy), "duplicate");
            made++;
        }

        return made - 1;
    }
}
