using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Iced.Intel;
using Symbols.Dwarf;

namespace Symbols;

/// <summary>Learns from a function's instructions what its compiler does not say of its frames.</summary>
internal static class CodeScan
{
    private const int Bits = 64;
    private const uint SlotSize = 8;

    /// <summary>
    /// The epilogues. The compiler describes prologues only, and pops in the opposite order by instructions of the same
    /// length; an epilogue of any other kind is left out.
    /// </summary>
    public static Epilogues FindEpilogues(ReadOnlySpan<byte> code, ulong start, ImmutableArray<UnwindRow> rows)
    {
        if (rows.Length < 2)
        {
            return Epilogues.None;
        }

        List<Instruction> instructions = Decode(code, start);
        ulong size = (ulong)code.Length;
        List<(uint Bytes, uint Count, uint End)> found = [.. Enumerable.Range(0, instructions.Count)
            .Where(index => Leaves(instructions, index, start, size))
            .Select(index => CountPops(instructions, index, start))
            .Where(epilogue => Matches(rows, epilogue.Bytes, epilogue.Count))];
        if (found.Count == 0)
        {
            return Epilogues.None;
        }

        uint bytes = found[0].Bytes;
        return new(bytes, [.. found.Where(each => each.Bytes == bytes).Select(static each => each.End)]);
    }

    /// <summary>
    /// The frame of an assembly leaf: the return address stays on top of the stack. None where it is no such leaf.
    /// </summary>
    public static ImmutableArray<UnwindRow> FindLeafFrame(ReadOnlySpan<byte> code, ulong start)
    {
        List<Instruction> instructions = Decode(code, start);
        var factory = new InstructionInfoFactory();
        bool moves = instructions.Exists(instruction => instruction.FlowControl is not FlowControl.Return
            && (instruction.IsStackInstruction || WritesSp(factory, instruction)));
        bool returns = instructions.Exists(static instruction => instruction.Mnemonic == Mnemonic.Ret);
        return returns && !moves ? [new UnwindRow(0, false, SlotSize, 0)] : [];
    }

    private static List<Instruction> Decode(ReadOnlySpan<byte> code, ulong start)
    {
        var decoder = Decoder.Create(Bits, code.ToArray(), start);
        var instructions = new List<Instruction>();
        while (decoder.IP < start + (ulong)code.Length)
        {
            instructions.Add(decoder.Decode());
        }

        return instructions;
    }

    private static bool WritesSp(InstructionInfoFactory factory, in Instruction instruction)
    {
        foreach (UsedRegister used in factory.GetInfo(instruction).GetUsedRegisters())
        {
            if (used.Register.GetFullRegister() == Register.RSP
                && used.Access is not (OpAccess.Read or OpAccess.CondRead or OpAccess.NoMemAccess or OpAccess.None))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(List<Instruction> instructions, int index, ulong start, ulong size) =>
        instructions[index].FlowControl switch
        {
            FlowControl.Return => true,
            FlowControl.UnconditionalBranch => instructions[index].NearBranchTarget - start >= size,
            // A jump through a register is a switch, unless the frame has just been taken down.
            FlowControl.IndirectBranch => index > 0 && TakesDown(instructions[index - 1]),
            _ => false,
        };

    private static bool TakesDown(in Instruction instruction) =>
        instruction.Mnemonic == Mnemonic.Pop
        || (instruction.Mnemonic == Mnemonic.Add && instruction.Op0Register == Register.RSP);

    private static (uint Bytes, uint Count, uint End) CountPops(List<Instruction> instructions, int last, ulong start)
    {
        uint bytes = 0;
        uint count = 0;
        for (int i = last - 1; i >= 0 && instructions[i].Mnemonic == Mnemonic.Pop; i--)
        {
            bytes += (uint)instructions[i].Length;
            count++;
        }

        return (bytes, count, (uint)(instructions[last].IP - start));
    }

    private static bool Matches(ImmutableArray<UnwindRow> rows, uint popBytes, uint pops)
    {
        UnwindRow row = rows.Last(each => each.Offset <= popBytes);
        return !row.FromBp && row.CfaOffset == SlotSize * (pops + 1);
    }
}
