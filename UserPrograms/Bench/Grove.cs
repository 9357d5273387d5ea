using System.Runtime;
using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>Many tasks that do nothing but wait for a message, and write to no memory of theirs.</summary>
internal static class Grove
{
    /// <summary>
    /// Forks so often, each time from all tasks that there are: one returns, the others wait. 0, or why one
    /// could not be made.
    /// </summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("grow_grove")]
    internal static extern ulong Grow(ulong doublings);
}
