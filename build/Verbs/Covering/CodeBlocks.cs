using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using Symbols;

namespace Verbs.Covering;

/// <summary>
/// Basic blocks of machine code. One begins where a function begins, where a branch of the function leads, and behind
/// each instruction after which the next one does not follow in any case. A call ends none.
/// </summary>
public static class CodeBlocks
{
    /// <summary>The blocks of a function, in the order of addresses; those that only fill a gap are left out.</summary>
    public static IEnumerable<CodeBlock> Of(KernelFunction function, byte[] code)
    {
        Instruction[] instructions = [.. Decode(code, function.Start)];
        HashSet<ulong> starts = [function.Start];
        foreach (Instruction each in instructions.Where(Ends))
        {
            starts.Add(each.NextIP);
            if (each.FlowControl is FlowControl.ConditionalBranch or FlowControl.UnconditionalBranch)
            {
                starts.Add(each.NearBranchTarget);
            }
        }
        for (int i = 0; i < instructions.Length; i++)
        {
            if (starts.Contains(instructions[i].IP) && !Fills(instructions, i, starts))
            {
                yield return Block(function, [.. Run(instructions, i, starts)]);
            }
        }
    }

    private static IEnumerable<Instruction> Run(Instruction[] instructions, int first, HashSet<ulong> starts) =>
        instructions.Skip(first).Take(1).Concat(
            instructions.Skip(first + 1).TakeWhile(each => !starts.Contains(each.IP)));

    private static CodeBlock Block(KernelFunction function, Instruction[] block)
    {
        Instruction last = block[^1];
        return new CodeBlock(
            function,
            block[0].IP,
            [.. block.Where(static each => each.FlowControl == FlowControl.Call).Select(static each => each.NearBranchTarget)],
            last.FlowControl switch
            {
                FlowControl.ConditionalBranch => [last.NearBranchTarget, last.NextIP],
                FlowControl.UnconditionalBranch => [last.NearBranchTarget],
                FlowControl.Next or FlowControl.Call or FlowControl.IndirectCall => [last.NextIP],
                _ => [],
            });
    }

    private static IEnumerable<Instruction> Decode(byte[] code, ulong start)
    {
        var decoder = Decoder.Create(64, code, start);
        while (decoder.IP < start + (ulong)code.Length)
        {
            yield return decoder.Decode();
        }
    }

    private static bool Ends(Instruction instruction) =>
        instruction.FlowControl is not (FlowControl.Next or FlowControl.Call or FlowControl.IndirectCall);

    // Up to the next block nothing but what the compiler and the assembler put between code.
    private static bool Fills(Instruction[] instructions, int first, HashSet<ulong> starts)
    {
        int i = first;
        do
        {
            if (instructions[i].Mnemonic is not (Mnemonic.Nop or Mnemonic.Int3 or Mnemonic.Ud2))
            {
                return false;
            }
            i++;
        }
        while (i < instructions.Length && !starts.Contains(instructions[i].IP));
        return true;
    }
}
