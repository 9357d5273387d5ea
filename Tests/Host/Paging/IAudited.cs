using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Tests.Host.Paging;

/// <summary>A paging manager that <see cref="TreeAudit"/> can check.</summary>
internal interface IAudited
{
    Geometry Geometry { get; }

    ref PagingManager Memory { get; }

    /// <summary>Frames that were in use before the first space was made.</summary>
    FrameCount UsedAtStart { get; }

    /// <summary>Frames that are used and charged, and belong to no space: the records of tasks.</summary>
    FrameCount Others { get; }

    /// <summary>Frames for handles, which spaces are charged besides their trees, by their roots.</summary>
    IReadOnlyDictionary<Frame, uint> HandleFrames => new Dictionary<Frame, uint>();
}
