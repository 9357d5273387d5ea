namespace UserPrograms;

/// <content>What one task knows, and no other may see.</content>
internal static partial class CaseNames
{
    private static readonly string[] s_places =
    [
        "over yields", "over short messages", "over long messages", "over ticks", "in pages that were given back",
        "in pages of the dead",
    ];

    /// <summary>The secret is looked for a few thousand times.</summary>
    internal static readonly CaseGroup[] Secrets = [new("secrets", ["a secret"], s_places)];

    /// <summary>The same with half a million switches between the two tasks; only where asked for.</summary>
    internal static CaseGroup[][] Many => [[new("manysecrets", ["a secret, often"], s_places)]];
}
