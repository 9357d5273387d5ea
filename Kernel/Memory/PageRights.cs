using System;

namespace Kernel.Memory;

/// <summary>What may be done with a page beside reading it.</summary>
[Flags]
public enum PageRights
{
    /// <summary>Nothing.</summary>
    Read = 0,

    /// <summary>Written.</summary>
    Write = 1 << 0,

    /// <summary>Executed. Never together with <see cref="Write"/>.</summary>
    Execute = 1 << 1,

    /// <summary>
    /// Writes may be gathered and reach the bus late: for a screen's memory (Intel SDM vol. 3, 12.3.1).
    /// </summary>
    Combine = 1 << 2,

    /// <summary>
    /// Each read and write reaches the bus at once and as it is: for a device's registers (Intel SDM vol. 3, 12.3.1).
    /// </summary>
    Uncached = 1 << 3,
}
