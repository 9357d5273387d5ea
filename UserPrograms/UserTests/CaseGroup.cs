namespace UserPrograms;

/// <summary>Cases of one kind: each of these, in each of these ways.</summary>
/// <param name="Key">What the kind is called on the kernel's command line.</param>
/// <param name="What">What is tried.</param>
/// <param name="How">In which ways.</param>
internal readonly record struct CaseGroup(string Key, string[] What, string[] How)
{
    /// <summary>The name of one case.</summary>
    internal static string NameOf(string what, string how) => what + ": " + how;
}
