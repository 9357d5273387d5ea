using Kernel.Console;
using Kernel.Machines;
using Kernel.Metal;

namespace Kernel.Ring3;

/// <summary>
/// A local APIC that is in x2APIC mode already, as some firmware leaves it (Intel SDM vol. 3, 11.12.1). Told as
/// <c>x2apic ticks</c> where the processor has that mode.
/// </summary>
internal static class X2Mode
{
    private const ulong Waits = 3;

    /// <summary>Switches the mode on, opens the timer again and waits for ticks. The mode stays on.</summary>
    internal static void TryTicks()
    {
        const uint has = 1 << 21;
        const ulong isOn = 1 << 10;
        if ((X64Machine.CpuId(1, 0).Ecx & has) == 0)
        {
            return;
        }

        ulong bits = Cpu.ReadModelSpecific(ModelSpecificRegister.LocalApicBase);
        Cpu.WriteModelSpecific(ModelSpecificRegister.LocalApicBase, bits | isOn);
        State.Timer.Open(CpuFeatures.LocalApic);
        ulong before = Cpu.ReadTimeStamp();
        while (Cpu.ReadTimeStamp() - before < 100_000)
        {
        }

        State.Timer.Start(ConsoleState.Clock.TicksPerMicrosecond);
        for (ulong i = 0; i < Waits; i++)
        {
            Cpu.WaitForInterrupt();
        }

        ConsoleState.Console.WriteLine("x2apic ticks"u8, CellColours.Plain);
    }
}
