namespace Kernel.Ring3;

/// <summary>What a step of a <see cref="PagingProgram"/> does.</summary>
internal enum PagingOperation
{
    /// <summary>Makes a space.</summary>
    Create,

    /// <summary>Copies one.</summary>
    Fork,

    /// <summary>Ends one.</summary>
    Destroy,

    /// <summary>Takes dead tables apart.</summary>
    Reap,

    /// <summary>Lets the processor use a space.</summary>
    Activate,

    /// <summary>Maps pages to come.</summary>
    Map,

    /// <summary>Maps a stack.</summary>
    MapStack,

    /// <summary>Maps a page of 4 KiB, 2 MiB or 1 GiB that is there, at one place or at two.</summary>
    MapFrame,

    /// <summary>Takes a range away.</summary>
    Unmap,

    /// <summary>Changes a range's rights.</summary>
    Protect,

    /// <summary>Makes one page of many.</summary>
    Merge,

    /// <summary>Lends a range.</summary>
    Lend,

    /// <summary>Lends pages over others, the short way.</summary>
    LendOver,

    /// <summary>A program's access faults.</summary>
    Fault,

    /// <summary>Every error code, at one address.</summary>
    AllCodes,

    /// <summary>The kernel reaches for pages in a program's place.</summary>
    Reach,

    /// <summary>Asks what is mapped and what is allowed.</summary>
    Look,

    /// <summary>Frames for tasks and their handles come and go.</summary>
    Records,

    /// <summary>How many operations there are.</summary>
    Count,
}
