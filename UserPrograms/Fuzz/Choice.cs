namespace UserPrograms;

/// <summary>Addresses, lengths and numbers of calls: good ones, nearly good ones, and hostile ones.</summary>
internal static class Choice
{
    private const ulong Canonical = 0xFFFF_8000_0000_0000;
    private const ulong LargePage = 512 * Places.Page;

    /// <summary>Which call: those that make tasks busy with one another most often.</summary>
    internal static SystemCall Call(ref Dice dice) => dice.Below(100) switch
    {
        < 11 => SystemCall.Send,
        < 15 => SystemCall.SendShort,
        < 18 => SystemCall.Receive,
        < 24 => SystemCall.Reply,
        < 27 => SystemCall.ReplyReceive,
        < 29 => SystemCall.ReplyReceiveShort,
        < 43 => SystemCall.Map,
        < 52 => SystemCall.Unmap,
        < 64 => SystemCall.Protect,
        < 72 => SystemCall.Query,
        < 77 => SystemCall.Count,
        < 82 => SystemCall.Duplicate,
        < 85 => SystemCall.Close,
        < 89 => SystemCall.Yield,
        < 91 => SystemCall.Print,
        < 93 => SystemCall.Nothing,
        < 95 => SystemCall.Wait,
        _ => Rare(ref dice),
    };

    /// <summary>Where something is read: what the task has, mostly.</summary>
    internal static ulong Source(ref Dice dice) => dice.Below(8) switch
    {
        0 => Somewhere(ref dice),
        1 => Places.Ground + dice.Below(Ground.Pages * Places.Page),
        2 => Places.Received + dice.Below(Places.Bytes),
        3 => Places.Sent + Places.Bytes - dice.Below(LargePage >> 4),
        _ => Places.Sent + dice.Below(Places.Bytes),
    };

    /// <summary>Where something is written, in what the task has, mostly; often where pages can be lent.</summary>
    internal static ulong Target(ref Dice dice) => dice.Below(8) switch
    {
        0 => Somewhere(ref dice),
        1 => Places.Ground + dice.Below(Ground.Pages * Places.Page),
        2 or 3 => Places.Received + (dice.Below(4) * Places.Page),
        _ => Places.Received + dice.Below(Places.Bytes),
    };

    /// <summary>How many bytes.</summary>
    internal static ulong Length(ref Dice dice) => dice.Below(16) switch
    {
        0 or 1 => dice.Below(MessageInfo.ShortBytes + 1),
        2 => MessageInfo.ShortBytes + dice.Below(3),
        3 => Places.Page * dice.Below(9),
        4 => LargePage,
        5 => dice.Next() >> (int)dice.Below(64),
        6 => (1UL << (int)dice.Below(64)) - dice.Below(2),
        7 => Places.Bytes,
        8 => 0 - dice.Below(LargePage),
        _ => dice.Below(3 * Places.Page),
    };

    /// <summary>An address of any kind: of nobody, of the kernel, of no form that addresses have, of an edge.</summary>
    internal static ulong Somewhere(ref Dice dice) => dice.Below(10) switch
    {
        0 => dice.Below(Places.Page),
        1 => Canonical | dice.Next(),
        2 => dice.Next(),
        3 => Places.End - dice.Below(LargePage),
        4 => Places.End + dice.Below(LargePage),
        5 => Canonical + dice.Below(LargePage),
        6 => 0 - dice.Below(LargePage),
        7 => Places.ReadOnly - Places.Page + dice.Below(3 * Places.Page),
        8 => Places.Received + Places.Bytes - dice.Below(Places.Page),
        _ => dice.Below(Places.End),
    };

    /// <summary>A range of pages, here and there with an error in it.</summary>
    internal static void Range(ref Dice dice, out ulong address, out ulong length)
    {
        address = Places.Ground + (dice.Below(Ground.Pages) * Places.Page);
        length = dice.Below(dice.OneIn(4) ? Ground.Pages : 8) * Places.Page;
        switch (dice.Below(16))
        {
            case 0:
                address = Somewhere(ref dice);
                break;
            case 1:
                address = Somewhere(ref dice) / Places.Page * Places.Page;
                break;
            case 2:
                length = Length(ref dice);
                break;
            case 3:
                address = Places.Ground + (dice.Below(2) * LargePage);
                length = LargePage;
                break;
            default:
                break;
        }
    }

    private static SystemCall Rare(ref Dice dice) => dice.Below(32) switch
    {
        < 8 => SystemCall.Fork,
        < 12 => SystemCall.Kill,
        < 13 => SystemCall.Spawn,
        < 14 => SystemCall.Execute,
        < 18 => SystemCall.Sleep,
        < 24 => (SystemCall)dice.Next(),
        < 26 => (SystemCall)(dice.Below(32) | dice.Next() << 32),
        _ => (SystemCall)dice.Below(32),
    };
}
