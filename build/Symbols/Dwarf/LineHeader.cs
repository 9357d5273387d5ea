using System.Collections.Immutable;
using Symbols.Elf;

namespace Symbols.Dwarf;

/// <summary>What a line number program starts with (DWARF 5, 6.2.4).</summary>
/// <param name="InstructionLength">What advances of the address are multiplied with.</param>
/// <param name="LineBase">The smallest advance of the line that a special opcode knows.</param>
/// <param name="LineRange">How many advances of the line special opcodes know.</param>
/// <param name="OperandCounts">The number of operands of each standard opcode, from opcode 1.</param>
/// <param name="Files">The source files.</param>
/// <param name="FirstFile">The number that the first file has: 1 before version 5.</param>
internal sealed record LineHeader(
    byte InstructionLength, sbyte LineBase, byte LineRange, ImmutableArray<byte> OperandCounts,
    ImmutableArray<string> Files, int FirstFile)
{
    /// <summary>The section that line number programs are in.</summary>
    public const string SectionName = ".debug_line";

    private const ushort OldestVersion = 2;
    private const ushort NewestVersion = 5;
    private const ushort FirstWithOperationCount = 4;

    /// <summary>The first special opcode.</summary>
    public int OpcodeBase => OperandCounts.Length + 1;

    /// <summary>The name of a file by its number; empty where there is none of that number.</summary>
    public string FileName(ulong number)
    {
        ulong index = number - (ulong)FirstFile;
        return index < (ulong)Files.Length ? Files[(int)index] : "";
    }

    /// <summary>Reads the header of the unit at the reader, which is then at the first opcode.</summary>
    public static LineHeader Read(ref ByteReader reader, ElfImage image)
    {
        ushort version = reader.U16();
        if (version is < OldestVersion or > NewestVersion)
        {
            throw new SymbolsException($"{SectionName}: version {version} is not understood");
        }

        if (version == NewestVersion)
        {
            _ = reader.U16();
        }

        ulong program = reader.U32() + (ulong)reader.Position;
        byte instructionLength = reader.U8();
        _ = version >= FirstWithOperationCount ? reader.U8() : 1;
        _ = reader.U8();
        var lineBase = (sbyte)reader.U8();
        byte lineRange = reader.U8();
        int operands = reader.U8() - 1;
        if (lineRange == 0 || operands < 0)
        {
            throw new SymbolsException($"{SectionName}: a line range of {lineRange} and {operands} standard opcodes");
        }

        ImmutableArray<byte> counts = [.. reader.Bytes((ulong)operands)];
        ImmutableArray<string> files = version == NewestVersion
            ? LineFiles.ReadVersion5(ref reader, image)
            : LineFiles.ReadVersion2(ref reader);
        reader.Seek(program);
        return new(instructionLength, lineBase, lineRange, counts, files, version == NewestVersion ? 0 : 1);
    }
}
