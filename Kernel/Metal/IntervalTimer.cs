namespace Kernel.Metal;

/// <summary>
/// The rate of the time-stamp counter, measured against channel 2 of the 8254 timer while the boot does other work:
/// nothing waits for it (Intel 8254 data sheet, "Mode 0").
/// </summary>
internal static class IntervalTimer
{
    private const ushort Channel0 = 0x40;
    private const ushort Channel2 = 0x42;
    private const ushort Command = 0x43;
    private const ushort Gate = 0x61;
    private const byte GateOpenSpeakerOff = 1;
    private const byte OutputIsHigh = 1 << 5;
    private const byte Channel0Periodic = 0b00_11_010_0;
    private const byte Channel2OneShot = 0b10_11_000_0;
    private const byte LatchChannel2 = 0b10_00_000_0;
    private const ulong TicksPerSecond = 1_193_182;
    private const uint StartCount = 0xFFFF;
    private const uint TurnTicks = 11_932;
    private const uint FewestTicks = 100;

    /// <summary>Starts the count, which ends 55 ms later.</summary>
    internal static void Start()
    {
        Cpu.Out(Gate, (byte)((Cpu.In(Gate) & 0xFC) | GateOpenSpeakerOff));
        Cpu.Out(Command, Channel2OneShot);
        Cpu.Out(Channel2, (byte)(StartCount & 0xFF));
        Cpu.Out(Channel2, (byte)(StartCount >> 8));
    }

    /// <summary>Begins the ticks that end a task's turn: one each 10 ms, on line 0 of the interrupt controllers.</summary>
    internal static void StartTurns()
    {
        Cpu.Out(Command, Channel0Periodic);
        Cpu.Out(Channel0, (byte)(TurnTicks & 0xFF));
        Cpu.Out(Channel0, (byte)(TurnTicks >> 8));
    }

    /// <summary>
    /// Time-stamp ticks in a microsecond, from so many that have passed since <see cref="Start"/>. Zero where there
    /// is no
    /// such timer, or too little time has passed to tell, or more than the timer counts.
    /// </summary>
    internal static ulong RateAfter(ulong timeStampTicks)
    {
        Cpu.Out(Command, LatchChannel2);
        uint count = Cpu.In(Channel2);
        count |= (uint)Cpu.In(Channel2) << 8;
        uint passed = StartCount - count;
        bool isOver = (Cpu.In(Gate) & OutputIsHigh) != 0;
        return isOver || passed < FewestTicks ? 0 : timeStampTicks * TicksPerSecond / ((ulong)passed * 1_000_000);
    }
}
