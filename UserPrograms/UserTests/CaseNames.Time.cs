namespace UserPrograms;

/// <content>Tasks that wait for a time.</content>
internal static partial class CaseNames
{
    /// <summary>Times of every size, and what happens meanwhile.</summary>
    internal static readonly CaseGroup[] Time =
    [
        new("sleep", ["sleep"],
        [
            "no time", "a nanosecond", "three ticks", "the highest number", "the highest bit", "high bits",
            "beside one that spins", "while a message waits", "many in order", "many at once", "and be killed",
        ]),
    ];
}
