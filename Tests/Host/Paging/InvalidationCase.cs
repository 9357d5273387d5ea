using System;
using Kernel.Machines;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// An operation on the first space of a scene, and what the processor must forget at once if that space runs.
/// </summary>
/// <param name="Name">What happens.</param>
/// <param name="Pages">How many INVLPG.</param>
/// <param name="Roots">How many writes of CR3.</param>
/// <param name="Build">What is there before.</param>
/// <param name="Do">The operation.</param>
internal sealed record InvalidationCase(
    string Name, int Pages, int Roots, Action<PagingScene> Build, Action<PagingScene> Do)
{
    /// <summary>
    /// What the other owner of a table does later, so that a space which still uses it sees what it must not: for
    /// operations that replace a table and change nothing else.
    /// </summary>
    public Action<PagingScene> Reveal { get; init; } = static _ => { };

    /// <summary>Whether the processor must forget anything.</summary>
    public bool IsNeeded => Pages + Roots > 0;

    /// <summary>64 entries a table, so that a table holds more pages than are invalidated one by one.</summary>
    public static PagingScene NewScene(CpuFeatures features = CpuFeatures.GibibytePages) =>
        new(new Geometry(3, 6, 3), frames: 700, features);
}
