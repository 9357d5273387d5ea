using Xunit;

// An emulator keeps one processor of the host busy.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace QemuTests.Support;

/// <summary>Tests that take the time, or the whole host: they run when all others have ended.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone on the host";
}
