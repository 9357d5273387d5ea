namespace UserPrograms;

/// <content>What is one task's is not another's, and what is the kernel's is nobody's.</content>
internal static partial class CaseNames
{
    /// <summary>Memory of several tasks, and states of the processor that the kernel must not trust.</summary>
    internal static readonly CaseGroup[] Isolation =
    [
        new("isolation", ["memory"],
        [
            "a child writes", "a parent writes", "a message is written by its sender", "by its receiver",
            "pages of the dead are zeros", "stacks of the dead are zeros", "beside a long message",
        ]),
        new("isolation", ["hostile stack over a call", "hostile stack over the timer"],
            ["null", "kernel", "not canonical", "read-only"]),
        new("isolation", ["single step"], ["over nothing", "over a call", "over a load of SS and a call"]),
        new("isolation", ["base of GS"], ["asked for", "used"]),
        new("isolation", ["last bytes"], ["a call"]),
    ];
}
