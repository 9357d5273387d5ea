using Kernel.Console;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>What a machine must have, beside the long mode that Boot/start.asm demands.</summary>
internal static class Requirements
{
    /// <summary>The least usable memory.</summary>
    internal static ByteCount MinimumMemory => ByteCount.FromMiB(2);

    /// <summary>Comes back on a machine that will do; on another says what is missing, in one line, and stops.</summary>
    internal static void Check(CpuFeatures features, ref readonly BootInfo boot)
    {
        if ((features & CpuFeatures.NoExecute) == 0)
        {
            Screen.OpenEarly();
            Log.Panic($"This processor has no NX: the kernel needs one that can keep data from being executed (AMD64 since 2003, Intel since 2004; on real machines it may be switched off in the firmware's setup).");
            Stop();
        }

        ByteCount usable = boot.Memory.UsableBytes;
        if (usable < MinimumMemory)
        {
            Screen.OpenEarly();
            Log.Panic($"This machine has {usable} of usable memory: the kernel needs {MinimumMemory}.");
            Stop();
        }
    }

    private static void Stop()
    {
        DebugExit.Fail();
        Cpu.Halt();
    }
}
