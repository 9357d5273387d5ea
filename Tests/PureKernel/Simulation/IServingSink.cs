using System;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>Is told what the caches may hold.</summary>
internal interface IServingSink
{
    /// <summary>A translation that may be in the TLB now, or be made now by a walk that uses the caches.</summary>
    void Translation(in Translation translation, VirtAddr page, ReadOnlySpan<PathStep> path);

    /// <summary>A walk that begins in the caches ends now at an absent entry or one with reserved bits set.</summary>
    void DeadEnd(EntryKind end, ReadOnlySpan<PathStep> path);

    /// <summary>A table that the paging-structure caches, or CR3, may point at now.</summary>
    void Table(PhysAddr table, ReadOnlySpan<PathStep> path);
}
