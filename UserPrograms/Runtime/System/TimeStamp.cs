using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// The processor's time-stamp counter (Intel SDM vol. 3, 19.17). In QEMU with <c>-icount shift=0</c> it counts
/// instructions.
/// </summary>
public static class TimeStamp
{
    /// <summary>The ticks so far.</summary>
    public static ulong Now => Read();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("time_stamp")]
    private static extern ulong Read();
}
