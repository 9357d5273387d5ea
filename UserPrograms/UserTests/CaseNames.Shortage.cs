namespace UserPrograms;

/// <content>What is tried while the machine's memory runs out.</content>
internal static partial class CaseNames
{
    /// <summary>Only where asked for: it wants a kernel that promises more memory than there is.</summary>
    internal static CaseGroup[][] Shortage =>
    [
        [
            new("memory", ["memory"],
            [
                "map", "touch", "write after a fork", "unmap", "protect", "print", "read a name", "fork", "spawn", "execute",
                "duplicate", "receive", "receive pages", "receive what is to come", "receive a handle",
                "receive 32 bytes", "reply and receive", "send, and its reply", "send, and pages",
                "send, and what is to come", "send, and a handle", "send 32 bytes", "what needs none",
            ]),
        ],
    ];
}
