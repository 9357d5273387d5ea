namespace UserPrograms;

/// <summary>Pages that are none, and rights that pages do not have.</summary>
internal static class PageNumbers
{
    private const ulong ProgramText = 0x40_0000;
    private const ulong Free = 0x6300_0000;
    private const ulong UserEnd = 0x8000_0000_0000 - Scratch.Page;

    /// <summary>Runs one.</summary>
    internal static void Do(string what, string how)
    {
        ulong charge = Call.Count(Counter.Charge);
        CallError error = what switch
        {
            "map" => Raw.Do(SystemCall.Map, AddressOf(what, how), LengthOf(how), RightsOf(how)),
            "unmap" => Raw.Do(SystemCall.Unmap, AddressOf(what, how), LengthOf(how)),
            _ => Raw.Do(SystemCall.Protect, AddressOf(what, how), LengthOf(how), RightsOf(how)),
        };
        Check.Gives(ExpectedFor(what, how), error, what);
        ulong freed = what == "unmap" && how == "into a hole" ? 1UL : 0;
        Check.Equal(charge - freed, Call.Count(Counter.Charge), "the charge afterwards");
        Check.That(Call.Query(Scratch.Writable, out _).IsWritable, "the page is as it was");
    }

    private static CallError ExpectedFor(string what, string how) => how switch
    {
        "over a page" or "over a program" => CallError.AlreadyMapped,
        "a hole" or "into a hole" => what == "unmap" ? CallError.None : CallError.NotMapped,
        "all there is" => what == "map" ? CallError.AlreadyMapped : CallError.NotMapped,
        _ => CallError.BadArgument,
    };

    private static ulong AddressOf(string what, string how) => how switch
    {
        "unaligned" => (what == "map" ? Free : Scratch.Writable) + 8,
        "first page" => 0,
        "last page" => UserEnd,
        "beyond the end" => UserEnd - Scratch.Page,
        "kernel" => 0xFFFF_FFFF_8010_0000,
        "not canonical" => 1UL << 63,
        "wraps" => ulong.MaxValue - (Scratch.Page - 1),
        "all there is" => Scratch.Page,
        "over a page" => Scratch.Writable,
        "over a program" => ProgramText,
        "a hole" => Scratch.Hole,
        "into a hole" => Scratch.WritableEnd - Scratch.Page,
        _ => what == "map" ? Free : Scratch.Writable,
    };

    private static ulong LengthOf(string how) => how switch
    {
        "unaligned length" => Scratch.Page + 1,
        "no pages" => 0,
        "beyond the end" or "wraps" or "into a hole" => 2 * Scratch.Page,
        "all there is" => UserEnd - Scratch.Page,
        _ => Scratch.Page,
    };

    private static ulong RightsOf(string how) => how switch
    {
        "to write and execute" => 3,
        "a fourth right" => 4,
        "high bits of rights" => 1UL << 32,
        _ => 1,
    };
}
