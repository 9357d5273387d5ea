namespace UserPrograms;

/// <summary>What has to be mapped in the place where pages come and go: what the task itself did says it.</summary>
internal sealed class Ground
{
    /// <summary>How many pages are looked after: as many as two tables have.</summary>
    internal const ulong Pages = 1024;

    private const byte Nothing = byte.MaxValue;

    private readonly byte[] _rights = new byte[(int)Pages];

    /// <summary>Nothing is mapped.</summary>
    internal Ground()
    {
        for (int i = 0; i < _rights.Length; i++)
        {
            _rights[i] = Nothing;
        }
    }

    /// <summary>Whether a range lies here and is one of pages.</summary>
    internal static bool Holds(ulong address, ulong length) =>
        address >= Places.Ground && address % Places.Page == 0 && length % Places.Page == 0
        && length <= Pages * Places.Page && address - Places.Ground <= (Pages * Places.Page) - length && length != 0;

    /// <summary>What is wrong with how a call ended that changes what is mapped; null for nothing.</summary>
    internal string? Judge(in CallFrame asked, CallError error)
    {
        if (!Holds(asked.Rdi, asked.Rsi) || (asked.Call != SystemCall.Unmap && asked.Rdx > (ulong)MapRights.Execute))
        {
            return null;
        }

        bool isAny = false;
        bool isAll = true;
        for (int page = Number(asked.Rdi); page < Number(asked.Rdi + asked.Rsi); page++)
        {
            isAny |= _rights[page] != Nothing;
            isAll &= _rights[page] != Nothing;
        }

        string? wrong = (asked.Call, error) switch
        {
            (SystemCall.Map, CallError.None) when isAny => "mapped over what is mapped",
            (SystemCall.Map, CallError.AlreadyMapped) when !isAny => "nothing is mapped there",
            (SystemCall.Protect, CallError.None) when !isAll => "protected what is not mapped",
            (SystemCall.Protect, CallError.NotMapped) when isAll => "all of it is mapped",
            (_, CallError.BadArgument) => "the arguments are good",
            _ => null,
        };
        if (error == CallError.None)
        {
            byte rights = asked.Call == SystemCall.Unmap ? Nothing : (byte)asked.Rdx;
            ((Span<byte>)_rights).Slice(Number(asked.Rdi), (int)(asked.Rsi / Places.Page)).Fill(rights);
        }

        return wrong;
    }

    /// <summary>What is wrong with what a query told of an address; null for nothing.</summary>
    internal string? JudgeQuery(ulong address, PageSummary page)
    {
        if (address >= Places.End)
        {
            return page.IsMapped ? "a page beyond all programs" : null;
        }

        if (address < Places.Ground || address >= Places.Ground + (Pages * Places.Page))
        {
            return null;
        }

        byte rights = _rights[Number(address)];
        bool isRight = page.IsMapped == (rights != Nothing)
            && page.IsWritable == (rights == (byte)MapRights.Write)
            && page.IsExecutable == (rights == (byte)MapRights.Execute);
        return isRight ? null : "not what the task has mapped";
    }

    private static int Number(ulong address) => (int)((address - Places.Ground) / Places.Page);
}
