namespace UserPrograms;

/// <summary>What the pages have to hold that a task sends from: nobody but the task itself ever writes there.</summary>
internal sealed class SentPages
{
    private const int Count = Places.Bytes / (int)Places.Page;

    private readonly ulong[] _sums = new ulong[Count];

    /// <summary>Makes the pattern anew.</summary>
    internal void Fill(Span<byte> sent, ulong salt)
    {
        Pattern.Fill(sent, salt);
        for (int page = 0; page < Count; page++)
        {
            _sums[page] = Pattern.Sum(BytesOf(sent, page));
        }
    }

    /// <summary>Looks at one of them; what is wrong, null for nothing.</summary>
    internal string? Judge(ReadOnlySpan<byte> sent, ref Dice dice)
    {
        int page = dice.Index(Count);
        return Pattern.Sum(BytesOf(sent, page)) == _sums[page] ? null : "the task's own memory has changed";
    }

    private static ReadOnlySpan<byte> BytesOf(ReadOnlySpan<byte> sent, int page) =>
        sent.Slice(page * (int)Places.Page, (int)Places.Page);
}
