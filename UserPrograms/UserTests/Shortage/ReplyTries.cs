namespace UserPrograms;

/// <summary>A reply that there is no memory for: its sender hears of it, and who replies goes on.</summary>
internal static class ReplyTries
{
    private static Handle s_server;
    private static Parcel s_parcel;

    /// <summary>Somebody replies so, and the buffer's pages are to come, unless it comes in registers.</summary>
    internal static void Serve(Parcel parcel)
    {
        s_parcel = parcel;
        Parcel.MakeRoom();
        s_server = Peer.StartWaiting(() => ServeAll(parcel));
        parcel.TouchRoom();

        // Without room for the reply: the server has used what it will write of its own memory then.
        Check.Done(Call.Send(s_server, "please"u8, default, out _), "send");
    }

    /// <summary>Replies bring a handle, and the sender's record is full.</summary>
    internal static void ServeHandles()
    {
        Serve(Parcel.Handle);
        TaskTries.FillRecord();
    }

    /// <summary>Send.</summary>
    internal static CallError Send()
    {
        Span<byte> buffer = Call.Mapped(Regions.Second, Parcel.Large);
        CallError error = Call.Send(s_server, "please"u8, buffer, out ulong length);
        if (error == CallError.None)
        {
            s_parcel.Expect(length, buffer);
        }

        return error;
    }

    /// <summary>The same of what travels in registers.</summary>
    internal static CallError SendShort() => Call.SendWords(s_server);

    private static void ServeAll(Parcel parcel)
    {
        ReadOnlySpan<byte> reply = parcel.Make();
        Check.Done(Call.Receive(default, out Message message), "receive");
        while (true)
        {
            Check.Done(
                Call.ReplyReceive(message.Sender, reply, parcel.Gifts, default, out message), "reply and receive");
        }
    }
}
