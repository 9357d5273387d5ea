using System;

namespace Verbs.Measuring;

/// <summary>The memory of this host.</summary>
public static class HostMemory
{
    private const int BytesPerMebibyteShift = 20;

    /// <summary>
    /// How many MiB programs can still have without taking any from another; a container's limit is heeded.
    /// </summary>
    public static long FreeMebibytes()
    {
        // What is in use is found out at a collection, and not before.
        GC.Collect();
        GCMemoryInfo memory = GC.GetGCMemoryInfo();
        return (memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes) >> BytesPerMebibyteShift;
    }
}
