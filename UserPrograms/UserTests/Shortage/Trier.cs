namespace UserPrograms;

/// <summary>
/// A program that tries something, and one that waits for its end, so that whoever started them hears of it in any case:
/// all that they say are short messages, which need no memory.
/// </summary>
internal struct Trier
{
    private const ulong QuotaOfFrames = 4000;

    private Handle _watcher;
    private SenderId _sender;
    private News _news;

    private enum News : ulong
    {
        Ready,
        Refused,
        RefusedAndUnchanged,
        Done,
        Ended,
    }

    /// <summary>Whether it is alive.</summary>
    internal readonly bool Exists => !_watcher.IsNone;

    /// <summary>Whether what it tried was done.</summary>
    internal readonly bool IsDone => _news == News.Done;

    /// <summary>Whether it was refused, and said that there are as many free frames as before.</summary>
    internal readonly bool HasLeftFrames => _news == News.RefusedAndUnchanged;

    /// <summary>A new one, which is ready.</summary>
    internal static Trier Start(string how)
    {
        Span<byte> arguments = stackalloc byte[64];
        var options = new SpawnOptions { Frames = QuotaOfFrames };
        Trier trier = default;
        Check.Done(Call.Spawn("usertests"u8, Tries.Encode(how, arguments), in options, out trier._watcher), "spawn");
        trier.Hear();
        Check.Equal((ulong)News.Ready, (ulong)trier._news, "the trier's first message");
        return trier;
    }

    /// <summary>Lets it try, and hears how that went. Where it was ended for want of memory, it exists no more.</summary>
    internal void Try()
    {
        Hear();
        if (_news == News.Ended)
        {
            var status = new ExitStatus(Call.Words.Word1);
            bool isReplaced = status.Bits == 0 && Call.Words.Word2 != 0;
            Check.That(isReplaced || status.Cause == EndCause.OutOfMemory, "it ended for want of memory");
            Bury();
            _news = isReplaced ? News.Done : News.Ended;
        }
    }

    /// <summary>Lets it end.</summary>
    internal void End()
    {
        if (Exists)
        {
            Hear();
            Check.Equal((ulong)News.Ended, (ulong)_news, "the trier's last message");
            Check.Equal(0, Call.Words.Word1, "how the trier ended");
            Bury();
        }
    }

    /// <summary>What the second program does: it waits for a third, which tries.</summary>
    internal static void Run(string how)
    {
        Tries.Begin(how);
        Check.Done(Call.Fork(out Handle trier, out bool isTrier), "fork");
        if (isTrier)
        {
            TryUntilDone(how);
        }

        Check.Done(Call.Wait(trier, out _, out ExitStatus status), "wait");
        Say(News.Ended, status.Bits, how == Tries.Execute ? 1u : 0);
    }

    private static void TryUntilDone(string how)
    {
        ShortageCases.TouchStack();
        Try attempt = Tries.Find(how);
        attempt.Prepare();
        Say(News.Ready, 0, 0);
        CallError error;
        while ((error = attempt.Do()) == CallError.OutOfMemory)
        {
            Say(attempt.LeavesFrames ? News.RefusedAndUnchanged : News.Refused, 0, 0);
        }

        Check.Done(error, how);
        Say(News.Done, 0, 0);
        Peer.EndAll();
        Environment.Exit(0);
    }

    private static void Say(News news, ulong second, ulong third)
    {
        Call.Words = new ShortMessage { Word0 = (ulong)news, Word1 = second, Word2 = third };
        Check.Done(Call.SendWords(Environment.Parent), "say");
    }

    private void Hear()
    {
        Check.Done(Call.ReplyReceiveWords(ref _sender), "hear");
        _news = (News)Call.Words.Word0;
    }

    // The watcher has said its last word, and waits for the answer.
    private void Bury()
    {
        Check.Done(Call.Reply(_sender, default), "reply");
        Check.EndsWell(_watcher, "the watcher");
        _watcher = Handle.None;
        _sender = SenderId.None;
    }
}
