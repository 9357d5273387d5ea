// Four mebibytes in one message: what is aligned alike on both sides is shared, not copied.
const ulong Address = 0x20_0000_0000;
const int Length = 4 << 20;
const int PageSize = 4096;

Call.Fork(out Handle receiver, out bool isChild).OrFail("fork");
Call.Map(Address, Length, out Span<byte> buffer).OrFail("map");
return isChild ? Receive(buffer) : Send(receiver, buffer);

static int Send(Handle receiver, Span<byte> buffer)
{
    for (int at = 0; at < buffer.Length; at += PageSize)
    {
        buffer[at] = (byte)(at / PageSize);
    }

    ulong copied = Call.Count(Counter.BytesCopied);
    ulong lent = Call.Count(Counter.PagesLent);
    ulong start = TimeStamp.Now;
    Call.Send(receiver, buffer, default, out _).OrFail("send");
    ulong ticks = TimeStamp.Now - start;
    copied = Call.Count(Counter.BytesCopied) - copied;
    lent = Call.Count(Counter.PagesLent) - lent;
    Console.WriteLine($"pages: {buffer.Length:n} bytes sent in {ticks:n} ticks");
    Console.WriteLine($"pages: {copied:n} bytes copied, {lent:n} pages shared");
    Call.Wait(receiver, out _, out ExitStatus status).OrFail("wait");
    Console.WriteLine($"pages: the receiver found {status.Code} wrong pages");
    return copied == 0 ? status.Code : 1;
}

static int Receive(Span<byte> buffer)
{
    Call.Receive(buffer, out Message message).OrFail("receive");
    Call.Reply(message.Sender, default).OrFail("reply");
    int wrong = 0;
    for (int at = 0; at < buffer.Length; at += PageSize)
    {
        wrong += buffer[at] == (byte)(at / PageSize) ? 0 : 1;
    }

    return wrong;
}
