namespace UserPrograms;

/// <summary>Pages that two tasks share until one of them writes, and pages that were another one's.</summary>
internal static class SharedMemory
{
    private const int Length = 8 * (int)Scratch.Page;
    private const byte Secret = 0xA7;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "a child writes" or "a parent writes":
                Fork(doesChildWrite: how == "a child writes");
                break;
            case "a message is written by its sender" or "by its receiver":
                Send(doesReceiverWrite: how == "by its receiver");
                break;
            case "pages of the dead are zeros":
                Dead();
                break;
            case "stacks of the dead are zeros":
                Check.EndsWell(Peer.Start(static () => FillStack(40)), "who fills its stack");
                FindZeros();
                break;
            default:
                Beside();
                break;
        }
    }

    private static void Fork(bool doesChildWrite)
    {
        byte[] shared = new byte[Length];
        Fill(shared, 1);
        Handle child = Peer.Start(() =>
        {
            if (doesChildWrite)
            {
                Fill(shared, Secret);
            }

            Peer.LetRun();
            Expect(shared, doesChildWrite ? Secret : (byte)1);
        });
        if (!doesChildWrite)
        {
            Fill(shared, Secret);
        }

        Peer.LetRun();
        Expect(shared, doesChildWrite ? (byte)1 : Secret);
        Check.EndsWell(child, "the child");
    }

    // Both buffers lie alike in their pages, so whole pages are lent.
    private static void Send(bool doesReceiverWrite)
    {
        const ulong at = 0x6500_0000;
        ulong lent = Call.Count(Counter.PagesLent);
        Handle client = Peer.Start(() =>
        {
            Check.Done(Call.Map(at, Length, out Span<byte> data), "map");
            data.Fill(1);
            Check.Done(Call.Send(Peer.Parent, data, default, out _), "send");
            Expect(data, 1);
            data.Fill(doesReceiverWrite ? (byte)1 : Secret);
            Check.Done(Call.Send(Peer.Parent, default, default, out _), "send again");
            Expect(data, doesReceiverWrite ? (byte)1 : Secret);
        });
        Check.Done(Call.Map(at, Length, out Span<byte> buffer), "map");
        Check.Done(Call.Receive(buffer, out Message first), "receive");
        Check.That(Call.Count(Counter.PagesLent) > lent, "pages were lent");
        if (doesReceiverWrite)
        {
            buffer.Fill(Secret);
        }

        Check.Done(Call.Reply(first.Sender, default), "reply");
        Check.Done(Call.Receive(default, out Message second), "receive again");
        Expect(buffer, doesReceiverWrite ? Secret : (byte)1);
        Check.Done(Call.Reply(second.Sender, default), "reply again");
        Check.EndsWell(client, "the client");
    }

    private static void Dead()
    {
        Check.EndsWell(Peer.Start(static () => Fill(new byte[200 * (int)Scratch.Page], Secret)), "who fills pages");
        FindZeros();
    }

    private static void FindZeros() => Expect(new byte[400 * (int)Scratch.Page], 0);

    private static void FillStack(int depth)
    {
        Span<byte> frame = stackalloc byte[2048];
        frame.Fill(Secret);
        if (depth > 0)
        {
            FillStack(depth - 1);
        }

        Check.Equal(Secret, frame[depth], "a byte of the stack");
    }

    // What lies before and behind a buffer stays, wherever in their pages both begin and end.
    private static void Beside()
    {
        const int length = (2 * (int)Scratch.Page) + 100;
        for (int shift = 0; shift < 3; shift++)
        {
            Handle client = Peer.Start(static () =>
                Check.Done(Call.Send(Peer.Parent, new byte[length], default, out _), "send"));
            Span<byte> all = new byte[Length];
            all.Fill(Secret);
            int start = 1000 + shift;
            Check.Done(Call.Receive(all.Slice(start, length), out Message message), "receive");
            Expect(all[..start], Secret);
            Expect(all.Slice(start, length), 0);
            Expect(all[(start + length)..], Secret);
            Check.Done(Call.Reply(message.Sender, default), "reply");
            Check.EndsWell(client, "the client");
        }
    }

    private static void Fill(Span<byte> bytes, byte value) => bytes.Fill(value);

    private static void Expect(ReadOnlySpan<byte> bytes, byte value)
    {
        foreach (byte each in bytes)
        {
            Check.Equal(value, each, "a byte");
        }
    }
}
