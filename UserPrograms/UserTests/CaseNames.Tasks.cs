namespace UserPrograms;

/// <content>Handles, senders, and ends of tasks.</content>
internal static partial class CaseNames
{
    private static readonly string[] s_badHandles =
    [
        "never issued", "another entry", "closed", "closed and used again", "another generation", "foreign",
    ];

    private static readonly string[] s_addressed =
        ["send 0 bytes", "send 100 bytes", "kill", "wait", "duplicate", "close"];

    private static readonly string[] s_given =
        ["give by send", "give by 100 bytes", "give by reply", "give by reply and receive", "give at spawn"];

    private static readonly string[] s_badSenders =
    [
        "invented", "answered", "of a dead task", "another's", "another number", "another frame", "no frame",
    ];

    /// <summary>Handles and senders that are lies.</summary>
    internal static readonly CaseGroup[] Handles =
    [
        new("handles", s_addressed, s_badHandles),
        new("handles", s_addressed, ["high bits"]),
        new("handles", ["send 0 bytes", "send 100 bytes", "kill", "duplicate", "close"], ["none"]),
        new("handles", s_given, s_badHandles),
        new("handles", ["give by send", "give by reply", "give by reply and receive"], ["none", "moved twice"]),
        new("handles", ["send 0 bytes", "send 100 bytes", "kill", "wait", "duplicate"], ["no right", "ended"]),
        new("senders", ["reply", "reply 100 bytes", "reply a handle", "reply and receive"], s_badSenders),
        new("senders", ["reply", "reply 100 bytes", "reply a handle"], ["none"]),
    ];

    /// <summary>Who waits for whom, and how that ends.</summary>
    internal static readonly CaseGroup[] Messages =
    [
        new("messages", ["messages"],
        [
            "send to itself", "a circle of two", "a circle of three", "wait for itself", "wait in a circle",
            "wait for any in a circle", "any of two in a circle", "a circle with a wait for any",
            "a circle with two waits for any",
            "end with messages queued", "end with replies owed", "fork while a reply is owed",
            "the child of who owes replies", "execute while a reply is owed", "two wait for one", "a parent ends first",
            "a child moved away", "no child", "a child closed", "replies in another order",
            "a buffer that is too short", "a reply to one more urgent",
        ]),
        new("kills", ["kill"],
        [
            "before its first instruction", "a spawned one before its first instruction", "interrupted", "yielding",
            "receiving", "replied and receiving", "sending 0 bytes", "sending 100 bytes", "sending a handle",
            "awaiting a reply", "awaiting a long reply", "waiting for one", "waiting for any", "with messages queued",
            "with replies owed", "waited for", "itself", "one with children", "sleeping",
        ]),
    ];
}
