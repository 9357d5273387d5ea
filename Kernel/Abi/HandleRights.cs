using System;

namespace Kernel.Abi;

/// <summary>What a handle lets its holder do with the task behind it.</summary>
[Flags]
public enum HandleRights
{
    /// <summary>Nothing but to hold it.</summary>
    None = 0,

    /// <summary>Send it messages.</summary>
    Send = 1 << 0,

    /// <summary>End it.</summary>
    Kill = 1 << 1,

    /// <summary>Wait for its end.</summary>
    Wait = 1 << 2,

    /// <summary>All of these.</summary>
    All = Send | Kill | Wait,
}
