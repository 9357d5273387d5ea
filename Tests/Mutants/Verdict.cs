namespace Mutants;

/// <summary>What a test says.</summary>
internal enum Verdict
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It came to no end in many times the time that it takes.</summary>
    Endless,
}
