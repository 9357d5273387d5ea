namespace UserPrograms;

/// <summary>
/// What calls may not do, whatever they are made of: end the task unseen, wait for ever where nobody would end the
/// wait, take from the fuzzer what it needs itself, or claim a pattern that is not there.
/// </summary>
internal static class Limits
{
    /// <summary>Nanoseconds from one tick to the next.</summary>
    internal const ulong Tick = 10_000_000;

    /// <summary>Changes registers that could do so.</summary>
    /// <param name="frame">The registers.</param>
    /// <param name="isBrief">Whether nobody ends the task where it does not do so itself.</param>
    /// <param name="dice">What decides where there is a choice.</param>
    internal static void Apply(ref CallFrame frame, bool isBrief, ref Dice dice)
    {
        switch (frame.Call)
        {
            case SystemCall.Exit:
            case SystemCall.Receive or SystemCall.ReplyReceive or SystemCall.ReplyReceiveShort when isBrief:
                frame.Rax = (ulong)SystemCall.Nothing;
                break;
            case SystemCall.Send or SystemCall.Receive or SystemCall.Reply or SystemCall.ReplyReceive:
                LimitMessage(ref frame);
                break;
            case SystemCall.SendShort or SystemCall.ReplyReceiveShort:
                break;
            case SystemCall.Map or SystemCall.Unmap or SystemCall.Protect when frame.Rdi < Places.End:
                LimitRange(ref frame);
                break;
            case SystemCall.Print when frame.Rdi < Places.End && !dice.OneIn(64):
                frame.Rsi = frame.Rsi > Places.Page ? frame.Rsi : 0;
                break;
            case SystemCall.Print:
                frame.Rsi = frame.Rsi > Places.Page ? frame.Rsi : frame.Rsi % 8;
                break;
            case SystemCall.Sleep when isBrief:
                frame.Rdi %= 3 * Tick;
                break;
            default:
                break;
        }
    }

    private static void LimitMessage(ref CallFrame frame)
    {
        if (Places.IsKept(frame.Rdx))
        {
            frame.Rdx = Places.Received;
        }

        bool isGenuine = frame.R10 >= Places.Sent && frame.R10 < Places.Sent + Places.Bytes
            && (frame.Rsi & MessageInfo.LengthMask) % 64 / 8 == frame.R10 % 8;
        if (Pattern.IsMeant(frame.Rsi & MessageInfo.LengthMask) && !isGenuine)
        {
            frame.Rsi ^= 1;
        }
    }

    private static void LimitRange(ref CallFrame frame)
    {
        const ulong most = Ground.Pages * Places.Page;
        const ulong moreThanThereIs = 1UL << 32;
        if (Places.IsFixed(frame.Rdi))
        {
            frame.Rdi = Places.Ground | (frame.Rdi & (most - 1));
        }

        if (frame.Call != SystemCall.Map)
        {
            frame.Rsi &= most - 1;
        }

        bool isAstray = frame.Rdi >= Places.Ground && frame.Rdi < Places.Ground + most
            && frame.Rsi > Places.Ground + most - frame.Rdi;
        if (isAstray && frame.Rsi < moreThanThereIs)
        {
            frame.Rsi = Places.Ground + most - frame.Rdi;
        }
    }
}
