namespace UserPrograms;

/// <summary>
/// All cases by their names. The program runs what is listed here, and the test that starts it expects a result of
/// each: a case that did not run is seen.
/// </summary>
internal static partial class CaseNames
{
    /// <summary>The groups that run unless others are asked for.</summary>
    internal static CaseGroup[][] All =>
        [Buffers, Registers, Handles, Messages, Limits, Numbers, Isolation, Secrets, Time];

    /// <summary>Cases that have to fail: they show that failures are found.</summary>
    internal static CaseGroup[][] Planted => [s_planted];

    private static readonly string[] s_badRanges =
    [
        "null", "end of the first page", "kernel", "kernel's half", "not canonical", "first not canonical",
        "into not canonical", "last page", "wraps to zero", "hole", "a byte into a hole", "a byte out of a hole",
    ];

    private static readonly string[] s_goodRanges =
    [
        "up to a hole", "a byte from a hole", "from a hole on", "over a page's edge", "pages to come",
    ];

    private static readonly string[] s_readOnlyRanges = ["read-only", "into read-only", "program text"];

    private static readonly string[] s_readers =
    [
        "send", "send with a handle", "reply", "reply with a handle", "reply and receive", "spawn's name",
        "spawn's arguments", "spawn's options", "execute's name", "execute's arguments",
    ];

    private static readonly string[] s_writers =
    [
        "receive a message that waits", "receive a message to come", "reply and receive into", "send, and its reply",
    ];

    private static readonly string[] s_short =
    [
        "send 32 bytes", "reply 32 bytes", "receive 32 bytes", "reply and receive 32 bytes",
    ];

    /// <summary>Buffers that are lies: of calls that read them, that write them, and that must not look.</summary>
    internal static readonly CaseGroup[] Buffers =
    [
        new("buffers", ["print"], s_badRanges),
        new("buffers", s_readers, s_badRanges),
        new("buffers", s_readers, s_goodRanges),
        new("buffers", s_readers, s_readOnlyRanges),
        new("buffers", s_writers, s_badRanges),
        new("buffers", s_writers, s_goodRanges),
        new("buffers", s_writers, s_readOnlyRanges),
        new("buffers", s_short, s_badRanges),
        new("buffers", s_short, s_readOnlyRanges),
    ];

    private static readonly CaseGroup[] s_planted =
    [
        new("planted", ["planted"],
        [
            "a page stays", "a task stays", "an expectation", "a trap", "a register changes", "a secret is seen",
        ]),
    ];
}
