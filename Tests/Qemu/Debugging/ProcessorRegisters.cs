using System;

namespace QemuTests.Debugging;

/// <summary>
/// All registers in the order of QEMU's gdb stub (its gdb-xml/i386-64bit.xml): 16 general ones, RIP, flags, segments,
/// bases, control registers, x87's, vectors.
/// </summary>
internal sealed record ProcessorRegisters(byte[] Bytes)
{
    public const int RcxNumber = 2;
    public const int RdxNumber = 3;
    public const int RsiNumber = 4;
    public const int RdiNumber = 5;
    public const int RspNumber = 7;
    public const int RipNumber = 16;
    public const int FlagsNumber = 17;

    private const int FlagsAt = 136;
    private const int CodeSegmentAt = 140;
    private const int StackSegmentAt = 144;

    /// <summary>RAX, RBX, RCX, RDX, RSI, RDI, RBP, RSP, R8 to R15, RIP.</summary>
    public ulong this[int number] => BitConverter.ToUInt64(Bytes, number * sizeof(ulong));

    public ulong Rdi => this[RdiNumber];

    public ulong Rsp => this[RspNumber];

    public ulong Rip => this[RipNumber];

    public uint Flags => BitConverter.ToUInt32(Bytes, FlagsAt);

    public uint CodeSegment => BitConverter.ToUInt32(Bytes, CodeSegmentAt);

    public uint StackSegment => BitConverter.ToUInt32(Bytes, StackSegmentAt);

    /// <summary>Bases of FS and GS, and what SWAPGS makes GS's; CR0, 2, 3, 4 and 8, EFER; x87's and vectors.</summary>
    public ReadOnlySpan<byte> BeyondSegments => Bytes.AsSpan(164);
}
