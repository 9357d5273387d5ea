namespace Verbs.Mutating;

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>It did not compile, or nobody asked for it: it says nothing about the tests.</summary>
    Unborn,

    /// <summary>A test failed, or none came to an end.</summary>
    Killed,

    /// <summary>Every test passed, or none ran the code.</summary>
    Survived,
}
