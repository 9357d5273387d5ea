using System;
using System.Diagnostics.CodeAnalysis;

namespace Simulator;

/// <summary>The kernel did what it must not: it panicked, or an audit found it wrong.</summary>
/// <param name="what">What is wrong.</param>
internal sealed class SimulationException(string what) : Exception(what)
{
    /// <summary>Ends the simulation.</summary>
    [DoesNotReturn]
    public static void Throw(string what) => throw new SimulationException(what);
}
