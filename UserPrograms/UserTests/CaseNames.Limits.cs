namespace UserPrograms;

/// <content>Numbers out of their ranges, and ends of what there is.</content>
internal static partial class CaseNames
{
    private static readonly string[] s_badPages =
    [
        "unaligned", "unaligned length", "no pages", "first page", "last page", "beyond the end", "kernel",
        "not canonical", "wraps",
    ];

    /// <summary>Numbers that are none.</summary>
    internal static readonly CaseGroup[] Numbers =
    [
        new("numbers", ["no such call"], ["the next", "a thousand", "high bits of a call", "the highest", "minus one"]),
        new("numbers", ["map", "unmap", "protect"], s_badPages),
        new("numbers", ["map", "protect"], ["to write and execute", "a fourth right", "high bits of rights"]),
        new("numbers", ["map", "protect"], ["all there is"]),
        new("numbers", ["map"], ["over a page", "over a program"]),
        new("numbers", ["unmap", "protect"], ["a hole", "into a hole"]),
        new("numbers", ["send", "reply", "reply and receive"],
            ["five handles", "seven handles", "a length of 2^48", "high bits", "a length of 2^47"]),
        new("numbers", ["spawn", "execute"], ["no name", "a name of 64", "arguments of 1025", "an unknown name"]),
        new("numbers", ["execute", "spawn"], ["a file that is no program", "huge lengths"]),
        new("numbers", ["spawn"],
            ["a reserved field", "a priority above", "more frames than there are", "too few frames", "too many tasks"]),
        new("numbers", ["others"],
        [
            "print 4097 bytes", "print a huge length", "print nothing", "print over a page's edge", "count the next", "count high bits",
            "duplicate a fourth right", "duplicate high bits", "query anywhere", "receive into all memory",
        ]),
    ];

    /// <summary>What there is of memory, tasks and handles, used up.</summary>
    internal static readonly CaseGroup[] Limits =
    [
        new("limits", ["limits"],
        [
            "map beyond the quota", "fork beyond the quota", "spawn beyond the quota", "touch all of the quota",
            "write all after a fork", "fork without end", "calls with all charged", "messages with all charged",
            "handles: duplicate", "handles: fork", "handles: spawn", "handles: receive", "handles: reply",
            "handles: beyond the record", "handles: four beyond the record", "handles: a fork of many",
            "handles: with all charged", "handles: a start that is refused", "handles: one to four at a start",
            "handles: wait for any of all",
        ]),
    ];
}
