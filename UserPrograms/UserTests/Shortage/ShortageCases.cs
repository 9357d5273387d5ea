namespace UserPrograms;

/// <summary>
/// The machine's memory runs out inside a call: a second program tries it with no frame free, then with one, with two,
/// until it is done. Only for a kernel that promises its first program more memory than there is (Tests/AuditImage):
/// elsewhere quotas end before frames do.
/// </summary>
internal static class ShortageCases
{
    private const int MostFrames = 64;
    private const int Plenty = 200;
    private const int StackToTouch = 32 * 1024;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        // This task may need no frame of its own later: its stack is touched, and all is done once with frames enough.
        TouchStack();
        var pool = new FramePool((int)Call.Count(Counter.FreeFrames));
        Check.Equal(0, (ulong)TryUntilDone(ref pool, how, Plenty), "refusals with frames enough");

        int refused = TryUntilDone(ref pool, how, firstLeft: 0);
        Console.WriteLine($"{how}: refused {refused} times for want of a frame");
        Check.Equal(how == Tries.NeedsNone ? 1u : 0, refused == 0 ? 1u : 0, "whether it needs frames");
    }

    /// <summary>Pages of the stack that are there from now on.</summary>
    internal static void TouchStack()
    {
        Span<byte> deep = stackalloc byte[StackToTouch];
        for (int i = 0; i < deep.Length; i += (int)Scratch.Page)
        {
            deep[i] = 1;
        }
    }

    // How often it was refused.
    private static int TryUntilDone(ref FramePool pool, string how, int firstLeft)
    {
        Trier trier = default;
        int left = firstLeft;
        do
        {
            if (!trier.Exists)
            {
                pool.GiveAllBack();
                trier = Trier.Start(how);
            }

            pool.LeaveFree(left);
            trier.Try();
            if (trier.HasLeftFrames)
            {
                Check.Equal((ulong)left, Call.Count(Counter.FreeFrames), "free frames after it was refused");
            }

            left++;
            Check.That(left < firstLeft + MostFrames, "it is done with frames enough");
        }
        while (!trier.IsDone);
        pool.GiveAllBack();
        trier.End();
        return left - firstLeft - 1;
    }
}
