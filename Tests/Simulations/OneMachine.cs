using Xunit;

namespace Simulator.Tests;

/// <summary>There is one machine to a process: its tests run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneMachine
{
    public const string Name = "one machine";
}
