using QemuTests.Debugging;

namespace QemuTests.Injection;

/// <summary>A trap frame in a stopped machine: the words of Kernel/Traps/TrapFrame.cs, the lowest first.</summary>
internal sealed record PushedFrame(ulong Address, ulong[] Words)
{
    private const int Count = 22;
    private const int RipAt = 17;
    private const int FlagsAt = 19;

    // Which word is RAX, RBX, RCX, RDX, RSI, RDI, RBP, RSP, R8 to R15, RIP.
    private static readonly int[] s_places = [14, 11, 13, 12, 9, 8, 10, 20, 7, 6, 5, 4, 3, 2, 1, 0, RipAt];

    public ulong Vector => Words[15];

    public ulong Flags => Words[FlagsAt];

    public ulong FlagsAddress => Address + (FlagsAt * sizeof(ulong));

    /// <summary>The address behind it.</summary>
    public ulong End => Address + (Count * sizeof(ulong));

    /// <summary>What the processor itself pushed: RIP, CS, flags, RSP and SS.</summary>
    public ulong ReturnAddress => Address + (RipAt * sizeof(ulong));

    /// <summary>The frame at an address.</summary>
    public static PushedFrame Read(GdbStub stub, ulong address) => new(address, stub.Read(address, Count));

    /// <summary>A register by its number in <see cref="ProcessorRegisters"/>, up to RIP.</summary>
    public ulong this[int number] => Words[s_places[number]];

    /// <summary>It holds just these registers.</summary>
    public bool Holds(ProcessorRegisters registers)
    {
        bool holds = Flags == registers.Flags
            && Words[18] == registers.CodeSegment && Words[21] == registers.StackSegment;
        for (int number = 0; number < s_places.Length; number++)
        {
            holds &= this[number] == registers[number];
        }

        return holds;
    }
}
