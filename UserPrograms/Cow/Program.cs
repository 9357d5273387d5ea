using System.Buffers.Binary;

// Copy-on-write, seen from three tasks: a buffer is sent, passed on, and written. Each task has it at the same address,
// in an address space of its own; the table shows how many of them share each page's frame.
const ulong Address = 0x20_0000_0000;
const int PageSize = 4096;
const int PageCount = 4;

Call.Fork(out Handle second, out bool isChild).OrFail("fork");
return isChild ? PassOn() : Begin(second);

static int Begin(Handle second)
{
    Span<byte> buffer = Reserve();
    ReadOnlySpan<uint> words = [0x0123_4567, 0x89AB_CDEF, 0xDEAD_BEEF, 0xCAFE_BAFE];
    for (int page = 0; page < PageCount; page++)
    {
        WriteWord(buffer, page, words[page]);
    }

    Show("first task, before it sends", buffer);
    ulong before = Call.Count(Counter.BytesCopied);
    Call.Send(second, buffer, default, out _).OrFail("send");
    Console.WriteLine($"cow: {Call.Count(Counter.BytesCopied) - before} bytes were copied on the way");
    Show("first task, after all that", buffer);
    Call.Wait(second, out _, out ExitStatus status).OrFail("wait");
    return status.Code;
}

static int PassOn()
{
    Call.Fork(out Handle third, out bool isChild).OrFail("fork");
    if (isChild)
    {
        return Change();
    }

    Span<byte> buffer = Reserve();
    Call.Receive(buffer, out Message message).OrFail("receive");
    Show("second task, with the message", buffer);
    Call.Send(third, buffer, default, out _).OrFail("send");
    WriteWord(buffer, 1, 0xFEED_C0DE);
    Show("second task, page 1 written", buffer);
    Call.Reply(message.Sender, default).OrFail("reply");
    Call.Wait(third, out _, out ExitStatus status).OrFail("wait");
    return status.Code;
}

static int Change()
{
    Span<byte> buffer = Reserve();
    Call.Receive(buffer, out Message message).OrFail("receive");
    Show("third task, with the message", buffer);
    WriteWord(buffer, 2, 0xC001_D00D);
    Show("third task, page 2 written", buffer);
    Call.Reply(message.Sender, default).OrFail("reply");
    return 0;
}

static Span<byte> Reserve()
{
    Call.Map(Address, PageCount * PageSize, out Span<byte> buffer).OrFail("map");
    return buffer;
}

static void Show(string title, ReadOnlySpan<byte> buffer)
{
    Console.WriteLine($"cow: {title}");
    for (int page = 0; page < PageCount; page++)
    {
        ReadOnlySpan<byte> bytes = buffer[(page * PageSize)..];
        uint word = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        PageSummary summary = Call.Query(bytes, out ulong owners);
        Console.WriteLine($"       page {page}: {word:x8}, owners {owners}, {(summary.IsSole ? "its own" : "shared")}");
    }
}

static void WriteWord(Span<byte> buffer, int page, uint word) =>
    BinaryPrimitives.WriteUInt32LittleEndian(buffer[(page * PageSize)..], word);
