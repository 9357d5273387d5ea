namespace UserPrograms;

/// <summary>What has to be mapped in the place where pages come and go: what the task itself did says it.</summary>
internal sealed class Ground
{
    /// <summary>How many pages are looked after: as many as two tables have.</summary>
    internal const ulong Pages = 1024;

    private readonly PageSet _mapped = new();
    private readonly PageSet _writable = new();
    private readonly PageSet _executable = new();
    private int _latest;
    private int _latestCount;

    /// <summary>Whether a range lies here and is one of pages.</summary>
    internal static bool Holds(ulong address, ulong length) =>
        address >= Places.Ground && address % Places.Page == 0 && length % Places.Page == 0
        && length <= Pages * Places.Page && address - Places.Ground <= (Pages * Places.Page) - length && length != 0;

    /// <summary>A part of what was mapped last, as a call's range.</summary>
    internal bool TryChoose(ref Dice dice, ref CallFrame frame)
    {
        if (_latestCount == 0)
        {
            return false;
        }

        int skipped = dice.Index(_latestCount);
        frame.Rdi = Places.Ground + ((ulong)(_latest + skipped) * Places.Page);
        frame.Rsi = (1 + dice.Below((ulong)(_latestCount - skipped))) * Places.Page;
        return true;
    }

    /// <summary>What is wrong with how a call ended that changes what is mapped; null for nothing.</summary>
    internal string? Judge(in CallFrame asked, CallError error)
    {
        if (!Holds(asked.Rdi, asked.Rsi) || (asked.Call != SystemCall.Unmap && asked.Rdx > (ulong)MapRights.Execute))
        {
            return null;
        }

        int first = Number(asked.Rdi);
        int count = (int)(asked.Rsi / Places.Page);
        bool isAny = _mapped.HasAny(first, count);
        bool isAll = _mapped.HasAll(first, count);
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
            bool isMapped = asked.Call != SystemCall.Unmap;
            (_latest, _latestCount) = asked.Call == SystemCall.Map ? (first, count) : (_latest, _latestCount);
            _mapped.Set(first, count, isMapped);
            _writable.Set(first, count, isMapped && asked.Rdx == (ulong)MapRights.Write);
            _executable.Set(first, count, isMapped && asked.Rdx == (ulong)MapRights.Execute);
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

        int number = Number(address);
        bool isRight = page.IsMapped == _mapped.Has(number)
            && page.IsWritable == _writable.Has(number)
            && page.IsExecutable == _executable.Has(number);
        return isRight ? null : "not what the task has mapped";
    }

    private static int Number(ulong address) => (int)((address - Places.Ground) / Places.Page);
}
