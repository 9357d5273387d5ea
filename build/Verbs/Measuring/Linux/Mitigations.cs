namespace Verbs.Measuring.Linux;

/// <summary>Whether Linux defends itself against what processors speculate.</summary>
public enum Mitigations
{
    /// <summary>As Debian has it, by the processor.</summary>
    Default,

    /// <summary>Not at all: <c>mitigations=off</c>.</summary>
    Off,
}
