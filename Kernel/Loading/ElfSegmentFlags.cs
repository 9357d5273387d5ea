using System;

namespace Kernel.Loading;

/// <summary>What may be done with a segment (gABI, chapter 5, "Segment Permissions").</summary>
[Flags]
internal enum ElfSegmentFlags : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>PF_X: executed.</summary>
    Execute = 1 << 0,

    /// <summary>PF_W: written.</summary>
    Write = 1 << 1,

    /// <summary>PF_R: read.</summary>
    Read = 1 << 2,
}
