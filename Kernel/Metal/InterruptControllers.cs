namespace Kernel.Metal;

/// <summary>The two 8259A of every PC (Intel 8259A data sheet, "Initialization Command Words").</summary>
internal static class InterruptControllers
{
    private const ushort FirstCommand = 0x20;
    private const ushort FirstData = 0x21;
    private const ushort SecondCommand = 0xA0;
    private const ushort SecondData = 0xA1;
    private const byte FirstVector = 32;

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
