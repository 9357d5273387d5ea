using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Loading;

/// <summary>
/// The header of an ELF file of 64 bits (gABI, chapter 4, "ELF Header"). Section headers are for linkers and debuggers:
/// whether they are there, and what they say, is of no meaning here.
/// </summary>
/// <param name="Entry">The address of the first instruction.</param>
/// <param name="TableOffset">Where the program headers begin, in bytes from the file's start.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct ElfHeader(VirtAddr Entry, ulong TableOffset, int Count)
{
    private const int Size = 64;

    /// <summary>Checks all that a header says, and that the program headers lie in the file.</summary>
    public static ElfError Decode(ReadOnlySpan<byte> file, out ElfHeader header)
    {
        header = default;
        ElfError error = file.Length < Size ? ElfError.TooShort : CheckIdentification(file);
        error = error != ElfError.None ? error : CheckKind(file);
        return error != ElfError.None ? error : FindTable(file, out header);
    }

    // What every class and byte order has in the same place (gABI, chapter 4, "ELF Identification").
    private static ElfError CheckIdentification(ReadOnlySpan<byte> file)
    {
        const int @class = 4;
        const int byteOrder = 5;
        const int version = 6;
        const int abi = 7;
        return !file.StartsWith("\u007fELF"u8) ? ElfError.NotElf
            : file[@class] != 2 ? ElfError.ClassNot64
            : file[byteOrder] != 1 ? ElfError.NotLittleEndian
            : file[version] != 1 ? ElfError.UnknownVersion
            : file[abi] != 0 ? ElfError.UnknownAbi
            : ElfError.None;
    }

    private static ElfError CheckKind(ReadOnlySpan<byte> file)
    {
        const ushort executable = 2;
        const ushort x64 = 62;
        return BinaryPrimitives.ReadUInt16LittleEndian(file[16..]) != executable ? ElfError.NotExecutable
            : BinaryPrimitives.ReadUInt16LittleEndian(file[18..]) != x64 ? ElfError.NotX64
            : BinaryPrimitives.ReadUInt32LittleEndian(file[20..]) != 1 ? ElfError.UnknownVersion
            : BinaryPrimitives.ReadUInt32LittleEndian(file[48..]) != 0 ? ElfError.UnknownAbi
            : ElfError.None;
    }

    private static ElfError FindTable(ReadOnlySpan<byte> file, out ElfHeader header)
    {
        var entry = new VirtAddr(BinaryPrimitives.ReadUInt64LittleEndian(file[24..]));
        ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(file[32..]);
        ushort count = BinaryPrimitives.ReadUInt16LittleEndian(file[56..]);
        header = new ElfHeader(entry, offset, count);
        return BinaryPrimitives.ReadUInt16LittleEndian(file[52..]) != Size
            || BinaryPrimitives.ReadUInt16LittleEndian(file[54..]) != ElfProgramHeader.Size ? ElfError.HeaderSize
            : count > ProgramFile.MaxHeaders ? ElfError.TooManyHeaders
            : !FileRange.IsInside(file, offset, (ulong)count * ElfProgramHeader.Size) ? ElfError.HeadersOutsideFile
            : ElfError.None;
    }
}
