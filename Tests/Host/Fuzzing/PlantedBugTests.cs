using System;
using System.IO;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>The search finds what is to be found, and what it found comes first the next time.</summary>
public sealed class PlantedBugTests : IDisposable
{
    private const int Seed = 0x5EED_0004;
    private const int Inputs = 50_000;

    private readonly string _name = $"planted-{Guid.NewGuid():N}";

    public void Dispose()
    {
        SimMachine.Reset();
        FoundInputs.Forget(_name);
    }

    [Fact]
    public void AByteBehindTheInputIsNoticed() => AssertFound(new OffByOneInSpan());

    [Fact]
    public void AByteBehindTheMemoryIsNoticed() => AssertFound(new OffByOneInMemory());

    [Fact]
    public void OutcomesLeadTheSearch()
    {
        AssertFound(new FarIn(tells: true));
        FoundInputs.Forget(_name);
        new ParserFuzzer(_name, new FarIn(tells: false), Seed).Run(Inputs);
    }

    [Fact]
    public void TheSameSeedGivesTheSameInputs()
    {
        FuzzFailure first = AssertFound(new FarIn(tells: true));
        FoundInputs.Forget(_name);
        Assert.Equal(first.Message, AssertFound(new FarIn(tells: true)).Message);
    }

    private FuzzFailure AssertFound(IParserTarget target)
    {
        var fuzzer = new ParserFuzzer(_name, target, Seed);
        FuzzFailure found = Assert.Throws<FuzzFailure>(() => fuzzer.Run(Inputs));
        Assert.Contains(Convert.ToHexString(File.ReadAllBytes(found.File)), found.Message, StringComparison.Ordinal);

        var again = new ParserFuzzer(_name, target, Seed);
        Assert.Throws<FuzzFailure>(() => again.Run(Inputs));
        Assert.Equal(0, again.Count);
        return found;
    }
}
