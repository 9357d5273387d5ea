using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Loading;

/// <summary>One of a file's program headers, unchecked (gABI, chapter 5, "Program Header").</summary>
/// <param name="Type">What it tells of.</param>
/// <param name="Flags">What may be done with it.</param>
/// <param name="Offset">Where it begins, in bytes from the file's start.</param>
/// <param name="Address">Where it begins in memory.</param>
/// <param name="FileSize">The bytes that it has in the file.</param>
/// <param name="MemorySize">The bytes that it has in memory.</param>
/// <param name="Alignment">Address and offset are the same modulo this; 0 and 1 mean nothing.</param>
internal readonly record struct ElfProgramHeader(
    ElfProgramType Type,
    ElfSegmentFlags Flags,
    ulong Offset,
    VirtAddr Address,
    ulong FileSize,
    ByteCount MemorySize,
    ulong Alignment)
{
    /// <summary>The bytes of a program header.</summary>
    public const int Size = 56;

    /// <summary>Reads the header with this number, from 0; it lies in the file.</summary>
    public static ElfProgramHeader Read(ReadOnlySpan<byte> file, in ElfHeader header, int number)
    {
        ReadOnlySpan<byte> bytes = file.Slice((int)header.TableOffset + (number * Size), Size);
        return new ElfProgramHeader(
            (ElfProgramType)BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            (ElfSegmentFlags)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            new VirtAddr(BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..])),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[32..]),
            new ByteCount(BinaryPrimitives.ReadUInt64LittleEndian(bytes[40..])),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[48..]));
    }
}
