namespace UserPrograms;

/// <summary>A message that waits until there is memory for it: it stays, and then it is whole.</summary>
internal static class MessageTries
{
    private static Parcel s_parcel;

    /// <summary>Such a message waits, and the buffer's pages are to come, unless it comes in registers.</summary>
    internal static void Await(Parcel parcel)
    {
        s_parcel = parcel;
        Parcel.MakeRoom();
        Peer.StartWaiting(() => _ = Call.Send(Peer.Parent, parcel.Make(), parcel.Gifts, default, out _));
        parcel.TouchRoom();
    }

    /// <summary>A handle waits, and the receiver's record is full.</summary>
    internal static void AwaitHandle()
    {
        Await(Parcel.Handle);
        TaskTries.FillRecord();
    }

    /// <summary>Receive.</summary>
    internal static CallError Receive()
    {
        CallError error = Call.Receive(Call.Mapped(Regions.Second, Parcel.Large), out Message message);
        return error == CallError.None ? Finish(in message) : error;
    }

    /// <summary>The same by the call that replies too.</summary>
    internal static CallError ReplyReceive()
    {
        Span<byte> buffer = Call.Mapped(Regions.Second, Parcel.Large);
        CallError error = Call.ReplyReceive(SenderId.None, default, HandleGifts.None, buffer, out Message message);
        return error == CallError.None ? Finish(in message) : error;
    }

    /// <summary>The same of what travels in registers.</summary>
    internal static CallError ReceiveShort()
    {
        SenderId sender = SenderId.None;
        CallError error = Call.ReplyReceiveWords(ref sender);
        return error == CallError.None ? Call.Reply(sender, default) : error;
    }

    private static CallError Finish(in Message message)
    {
        s_parcel.Expect(message.Length, Call.Mapped(Regions.Second, Parcel.Large));
        Check.That(message.Handles[0].IsNone != s_parcel.HasHandle, "the handle came");
        return Call.Reply(message.Sender, default);
    }
}
