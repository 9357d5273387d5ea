namespace UserPrograms;

/// <summary>Messages of 32 bytes: no memory is looked at, whatever is said of it.</summary>
internal static class ShortMessages
{
    private const ulong Word = 0x1122_3344_5566_7700;

    /// <summary>Tries a range where nobody looks.</summary>
    internal static void Do(string what, BufferRange range)
    {
        if (what == "send 32 bytes")
        {
            Handle echo = Peer.StartEcho();
            RegisterFile sent = Words(SystemCall.Send, echo.Value, range);
            Expect(ref sent);
            Peer.End(echo);
            return;
        }

        Handle client = Peer.Start(SendTwice);
        RegisterFile received = Words(SystemCall.Receive, 0, range);
        Expect(ref received);
        ulong sender = received[Register.Rdx];
        if (what == "reply and receive 32 bytes")
        {
            RegisterFile both = Words(SystemCall.ReplyReceive, sender, range);
            Expect(ref both);
            sender = both[Register.Rdx];
        }
        else
        {
            RegisterFile first = Words(SystemCall.Reply, sender, range);
            Check.Done(Raw.Do(ref first), "reply");
            RegisterFile second = Words(SystemCall.Receive, 0, range);
            Expect(ref second);
            sender = second[Register.Rdx];
        }

        RegisterFile last = Words(SystemCall.Reply, sender, range);
        Check.Done(Raw.Do(ref last), "the last reply");
        Check.EndsWell(client, "the client");
    }

    private static RegisterFile Words(SystemCall call, ulong to, BufferRange range)
    {
        RegisterFile registers = default;
        registers[Register.Rax] = (ulong)call;
        registers[Register.Rdi] = to;
        registers[Register.Rsi] = MessageInfo.ShortBytes;
        registers[Register.Rdx] = range.Address;
        registers[Register.R10] = range.Address;
        registers[Register.R8] = range.Length;
        for (int i = 0; i < 4; i++)
        {
            registers.All[RegisterFile.Vectors + i] = Word + (ulong)i;
        }

        return registers;
    }

    private static void Expect(ref RegisterFile registers)
    {
        Check.Done(Raw.Do(ref registers), "a message of 32 bytes");
        Check.Equal(MessageInfo.ShortBytes, registers[Register.Rax], "its length");
        for (int i = 0; i < 4; i++)
        {
            Check.Equal(Word + (ulong)i, registers.All[RegisterFile.Vectors + i], "a word of it");
        }
    }

    private static void SendTwice()
    {
        for (int i = 0; i < 2; i++)
        {
            RegisterFile registers = Words(SystemCall.Send, Peer.Parent.Value, BufferRange.Of("null", 1));
            Expect(ref registers);
        }
    }
}
