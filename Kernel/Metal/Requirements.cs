using System;
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

    /// <summary>
    /// Comes back on a machine that will do; on another says what is missing, in one line, and stops.
    /// </summary>
    internal static void Check(CpuFeatures features, ref readonly BootInfo boot)
    {
        if ((features & CpuFeatures.NoExecute) == 0)
        {
            Screen.OpenEarly();
            Log.Panic(
                $"This processor lacks NX, or the firmware's setup switched it off: "
                + $"the kernel needs it to keep data from being executed.");
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

    /// <summary>Panics where the boot loader put a module onto the kernel.</summary>
    internal static void CheckModules(ReadOnlySpan<BootModule> modules, PhysRange image)
    {
        foreach (ref readonly BootModule module in modules)
        {
            if (module.Range.Overlaps(image))
            {
                Panic.Stop("a boot module lies on top of the kernel's image"u8);
            }
        }
    }

    private static void Stop()
    {
        DebugExit.Fail();
        Cpu.Halt();
    }
}
