namespace Verbs.Mutating;

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>No test has run with it yet.</summary>
    Untried,

    /// <summary>A test failed, or came to no end, or ended the process.</summary>
    Killed,

    /// <summary>Every test passed.</summary>
    Survived,
}
