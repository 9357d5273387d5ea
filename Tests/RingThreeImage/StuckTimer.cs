using Kernel.Console;
using Kernel.Machines;

namespace Kernel.Ring3;

/// <summary>A local APIC whose timer stands still.</summary>
internal static class StuckTimer
{
    /// <summary>
    /// Opens the timer again and stops it: a count of 0 does (Intel SDM vol. 3, 11.5.4). The kernel has to find another one,
    /// whose ticks come by way of this APIC.
    /// </summary>
    internal static void FallBack()
    {
        State.Timer.Open(CpuFeatures.LocalApic);
        State.LocalApic.Tick(0);
        State.Timer.Start(ConsoleState.Clock.TicksPerMicrosecond);
        BootLog.DescribeTimer(in State.Timer);
    }
}
