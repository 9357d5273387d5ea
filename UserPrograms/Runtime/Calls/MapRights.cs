using System;

namespace UserPrograms;

/// <summary>What a program wants to do with its pages; to write and to execute exclude each other.</summary>
[Flags]
public enum MapRights
{
    /// <summary>Read.</summary>
    Read = 0,

    /// <summary>Read and write.</summary>
    Write = 1,

    /// <summary>Read and execute.</summary>
    Execute = 2,
}
