namespace UserPrograms;

/// <summary>Makes the registers of the next call.</summary>
internal static class CallMaker
{
    /// <summary>Registers for a call of any number, most of which mean something to it.</summary>
    internal static void Make(ref Dice dice, Known known, Ground ground, out CallFrame frame)
    {
        frame = default;
        SystemCall call = known.Owed != 0 && dice.OneIn(2) ? Answer(ref dice) : Choice.Call(ref dice);
        frame.Rax = (ulong)call;
        Fill(ref frame, ref dice, known, ground);
        if (dice.OneIn(16))
        {
            Spoil(ref frame, ref dice);
        }
    }

    /// <summary>Registers for a short message whose first word is this.</summary>
    internal static void MakeShortSend(ulong handle, ulong word, out CallFrame frame)
    {
        frame = default;
        frame.Rax = (ulong)SystemCall.SendShort;
        frame.Rdi = handle;
        frame.Rsi = MessageInfo.ShortBytes;
        frame.Message = Pattern.Short(word);
    }

    private static SystemCall Answer(ref Dice dice) => dice.Below(4) switch
    {
        0 => SystemCall.ReplyReceiveShort,
        1 => SystemCall.ReplyReceive,
        _ => SystemCall.Reply,
    };

    private static void Fill(ref CallFrame frame, ref Dice dice, Known known, Ground ground)
    {
        switch (frame.Call)
        {
            case SystemCall.Send or SystemCall.SendShort:
                frame.Rdi = known.Handle(ref dice);
                FillMessage(ref frame, ref dice, known);
                break;
            case SystemCall.Receive or SystemCall.Reply or SystemCall.ReplyReceive or SystemCall.ReplyReceiveShort:
                frame.Rdi = known.Sender(ref dice);
                FillMessage(ref frame, ref dice, known);
                break;
            case SystemCall.Map or SystemCall.Unmap or SystemCall.Protect:
                if (frame.Call == SystemCall.Map || dice.OneIn(2) || !ground.TryChoose(ref dice, ref frame))
                {
                    Choice.Range(ref dice, out frame.Rdi, out frame.Rsi);
                }

                frame.Rdx = dice.Below(7) / 2;
                break;
            case SystemCall.Query:
                frame.Rdi = dice.OneIn(4) ? Choice.Somewhere(ref dice) : Choice.Source(ref dice);
                break;
            case SystemCall.Kill or SystemCall.Wait or SystemCall.Duplicate or SystemCall.Close:
                frame.Rdi = known.Handle(ref dice);
                frame.Rsi = dice.Below(9);
                break;
            case SystemCall.Spawn or SystemCall.Execute:
                Names.Fill(ref frame, ref dice, known);
                break;
            case SystemCall.Print:
                frame.Rdi = Choice.Source(ref dice);
                frame.Rsi = dice.OneIn(2) ? 0 : Choice.Length(ref dice);
                break;
            case SystemCall.Sleep:
                frame.Rdi = dice.OneIn(4) ? dice.Next() : dice.Below(3) * Limits.Tick;
                break;
            default:
                frame.Rdi = dice.Below(16);
                break;
        }
    }

    private static void FillMessage(ref CallFrame frame, ref Dice dice, Known known)
    {
        frame.Message = Pattern.Short(dice.Next());
        frame.R10 = Choice.Source(ref dice);
        ulong length = dice.OneIn(3) ? MessageInfo.ShortBytes : Choice.Length(ref dice);
        if (dice.OneIn(2))
        {
            ulong offset = dice.OneIn(3) ? dice.Below(8) * Places.Page : dice.Below(Places.Bytes - Pattern.LeastBytes);
            frame.R10 = Places.Sent + offset;
            ulong left = (ulong)Places.Bytes - offset;
            length = Pattern.LengthFor(frame.R10, dice.Below(dice.OneIn(3) ? left : 256));
        }

        ulong gifts = dice.OneIn(4) ? dice.Below(6) : 0;
        frame.Rsi = length | (gifts << 56);
        frame.Rdx = Choice.Target(ref dice);
        frame.R8 = dice.OneIn(3) ? Choice.Length(ref dice) : (ulong)Places.Bytes - (frame.Rdx % (ulong)Places.Bytes);
        frame.R9 = gifts == 0 ? dice.Next() : Pair(ref dice, known);
        frame.Rbx = gifts == 0 ? dice.Next() : Pair(ref dice, known);
    }

    // Two handles to give, some of them moved.
    private static ulong Pair(ref Dice dice, Known known) =>
        Gift(ref dice, known) | (Gift(ref dice, known) << 32);

    internal static ulong Gift(ref Dice dice, Known known) =>
        (uint)known.Handle(ref dice) | (dice.OneIn(4) ? HandleGift.Moved : 0);

    // One register has something else.
    private static void Spoil(ref CallFrame frame, ref Dice dice)
    {
        ulong value = dice.OneIn(2) ? Choice.Somewhere(ref dice) : Choice.Length(ref dice);
        switch (dice.Below(6))
        {
            case 0:
                frame.Rdi = value;
                break;
            case 1:
                frame.Rsi = value;
                break;
            case 2:
                frame.Rdx = value;
                break;
            case 3:
                frame.R10 = value;
                break;
            case 4:
                frame.R8 = value;
                break;
            default:
                frame.R9 = value;
                frame.Rbx = value;
                break;
        }
    }
}
