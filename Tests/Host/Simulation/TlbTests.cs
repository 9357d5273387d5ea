using System.Collections.Generic;
using FsCheck.Fluent;
using Kernel.Simulation;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>
/// The caches, searched for in the past, against an eager processor that keeps everything in sets: on random programs
/// both always hold the same.
/// </summary>
public sealed class TlbTests
{
    private const int Programs = 2_000;
    private const int Steps = 40;

    [Fact]
    public void HoldsExactlyWhatAnEagerProcessorWould()
    {
        Dictionary<Staleness, int> met = [];
        Property.Holds(
            Gen.Choose(0, int.MaxValue),
            seed =>
            {
                var program = new CacheProgram(seed);
                program.Run(Steps);
                foreach ((Staleness staleness, int count) in program.Met)
                {
                    met[staleness] = met.GetValueOrDefault(staleness) + count;
                }
            },
            Programs);

        // All verdicts were met, and none rarely.
        foreach (Staleness staleness in System.Enum.GetValues<Staleness>())
        {
            int count = met.GetValueOrDefault(staleness);
            Assert.True(count > Programs / 4, $"{staleness}: {count}");
        }
    }
}
