using System;
using Kernel.Machines;

namespace Kernel.Tests.Host.Tasks;

/// <summary>A call that takes frames, and may be refused for want of them.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Build">What is there before.</param>
/// <param name="Do">The call; below zero, an error, negated.</param>
/// <param name="Told">Who is told.</param>
internal sealed record CallPoint(
    string Name, Func<TaskRig> Build, Func<TaskRig, long> Do, Func<TaskRig, SimTaskSlot> Told)
{
    /// <summary>A refusal leaves all as it was; else only buffers for messages may have changed.</summary>
    public bool IsWithoutTrace { get; init; } = true;
}
