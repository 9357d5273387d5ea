using System;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>Looks for what may point at a frame.</summary>
internal sealed class FrameSeeker(PhysAddr frame) : IServingSink
{
    /// <summary>The first that was found.</summary>
    public HeldReference? Found { get; private set; }

    public void Translation(in Translation translation, VirtAddr page, ReadOnlySpan<PathStep> path)
    {
        if (translation.Address == frame)
        {
            Keep(isTable: false, path);
        }
    }

    public void DeadEnd(EntryKind end, ReadOnlySpan<PathStep> path)
    {
        // It points at nothing.
    }

    public void Table(PhysAddr table, ReadOnlySpan<PathStep> path)
    {
        if (table == frame)
        {
            Keep(isTable: true, path);
        }
    }

    private void Keep(bool isTable, ReadOnlySpan<PathStep> path) =>
        Found ??= new HeldReference(frame, isTable, [.. path]);
}
