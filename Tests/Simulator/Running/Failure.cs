using System;

namespace Simulator;

/// <summary>What went wrong.</summary>
/// <param name="Step">The number of the step, from 0; that of all steps where it is only found at the end.</param>
/// <param name="Exception">What was found.</param>
internal sealed record Failure(int Step, Exception Exception);
