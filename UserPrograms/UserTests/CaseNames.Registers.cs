namespace UserPrograms;

/// <content>Traps, and what is in the registers afterwards.</content>
internal static partial class CaseNames
{
    /// <summary>All kinds of traps, with every register known before.</summary>
    internal static readonly CaseGroup[] Registers =
    [
        new("registers", ["registers over a call"],
        [
            "nothing", "send 0 bytes", "send 32 bytes", "send 100 bytes", "send a handle", "send that is refused",
            "receive", "receive that waits", "reply", "reply that is refused", "reply and receive", "yield",
            "fork, the parent", "fork, the child", "spawn", "spawn that is refused", "execute that is refused", "kill",
            "wait", "wait that is refused", "duplicate", "close", "map", "unmap", "protect", "query", "print", "count",
            "sleep", "sleep for no time", "no such call",
        ]),
        new("registers", ["registers over a fault"],
        [
            "read of a page to come", "write to a page to come", "write to a shared page",
            "write to a page that was shared", "write to a page that was lent", "write to the stack to come",
            "call of a page to come", "read of a page that is there",
        ]),
        new("registers", ["registers over the timer"], ["alone", "beside two others", "beside others that call"]),
    ];
}
