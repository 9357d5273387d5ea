using System.Runtime.CompilerServices;
using Kernel.Traps;

namespace Kernel.Metal;

/// <summary>
/// The two 8259A of every PC (Intel 8259A data sheet, "Initialization Command Words"). They bring nothing but ticks, and
/// those only where there is no local APIC.
/// </summary>
internal static class InterruptControllers
{
    private const ushort FirstCommand = 0x20;
    private const ushort FirstData = 0x21;
    private const ushort SecondCommand = 0xA0;
    private const ushort SecondData = 0xA1;
    private const byte FirstVector = (byte)TrapVector.Timer;

    /// <summary>Lets the timer's interrupts through, and no others.</summary>
    internal static void AdmitTimer()
    {
        const byte allButTimer = 0xFE;
        Cpu.Out(FirstData, allButTimer);
    }

    /// <summary>The timer's interrupt has been seen: the next one may come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void EndTimerInterrupt()
    {
        const byte endOfInterrupt = 0x20;
        Cpu.Out(FirstCommand, endOfInterrupt);
    }

    /// <summary>
    /// Moves their interrupts behind the exceptions' vectors, where firmware may have left them, and masks them all.
    /// </summary>
    internal static void Silence()
    {
        const byte Initialise = 0x11;
        const byte SecondIsOnLine2 = 1 << 2;
        const byte IdentityOfSecond = 2;
        const byte Mode8086 = 1;
        const byte All = 0xFF;

        Cpu.Out(FirstCommand, Initialise);
        Cpu.Out(SecondCommand, Initialise);
        Cpu.Out(FirstData, FirstVector);
        Cpu.Out(SecondData, FirstVector + 8);
        Cpu.Out(FirstData, SecondIsOnLine2);
        Cpu.Out(SecondData, IdentityOfSecond);
        Cpu.Out(FirstData, Mode8086);
        Cpu.Out(SecondData, Mode8086);
        Cpu.Out(FirstData, All);
        Cpu.Out(SecondData, All);
    }
}
