namespace Kernel.Metal;

/// <summary>
/// The 8254 timer. Channel 2 tells the rate of the time-stamp counter, while the boot does other work (Intel 8254 data
/// sheet, "Mode 0"); channel 0 can tick ("Mode 2").
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
    private const uint FewestTicks = 100;

    // A second or less on processors that have run at 1 GHz or more; then there is no such timer.
    private const ulong LongestWait = 1_000_000_000;

    private static uint Passed
    {
        get
        {
            Cpu.Out(Command, LatchChannel2);
            uint count = Cpu.In(Channel2);
            count |= (uint)Cpu.In(Channel2) << 8;
            return StartCount - count;
        }
    }

    /// <summary>Starts the count, which ends 55 ms later.</summary>
    internal static void Start()
    {
        Cpu.Out(Gate, (byte)((Cpu.In(Gate) & 0xFC) | GateOpenSpeakerOff));
        Cpu.Out(Command, Channel2OneShot);
        Cpu.Out(Channel2, (byte)(StartCount & 0xFF));
        Cpu.Out(Channel2, (byte)(StartCount >> 8));
    }

    /// <summary>
    /// Time-stamp ticks in a microsecond, from so many that have passed since <see cref="Start"/>. Zero where there
    /// is no such timer, or too little time has passed to tell, or more than the timer counts.
    /// </summary>
    internal static ulong RateAfter(ulong timeStampTicks)
    {
        uint passed = Passed;
        bool isOver = (Cpu.In(Gate) & OutputIsHigh) != 0;
        return isOver || passed < FewestTicks ? 0 : timeStampTicks * TicksPerSecond / ((ulong)passed * 1_000_000);
    }

    /// <summary>The same by a count of its own, which is waited for: half a millisecond.</summary>
    internal static ulong RateByWaiting()
    {
        const uint halfMillisecond = (uint)(TicksPerSecond / 2000);
        Start();
        ulong start = Cpu.ReadTimeStamp();
        ulong elapsed = 0;
        while (Passed < halfMillisecond && elapsed < LongestWait)
        {
            elapsed = Cpu.ReadTimeStamp() - start;
        }

        return RateAfter(elapsed);
    }

    /// <summary>Channel 0 ticks with this period from now on, which is 55 ms or shorter.</summary>
    internal static void Tick(ulong microseconds)
    {
        ulong count = TicksPerSecond * microseconds / 1_000_000;
        Cpu.Out(Command, Channel0Periodic);
        Cpu.Out(Channel0, (byte)count);
        Cpu.Out(Channel0, (byte)(count >> 8));
    }
}
