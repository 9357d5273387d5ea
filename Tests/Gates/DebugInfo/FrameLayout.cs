using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using Symbols;
using Symbols.Elf;

namespace Kernel.Tests.Gates.DebugInfo;

/// <summary>
/// What a function's frame looks like at one instruction, found by following what the instructions before it do to rsp
/// and rbp: a witness that knows nothing of call frame information.
/// </summary>
/// <param name="Address">The instruction's address.</param>
/// <param name="Depth">How far rsp lies below the frame of the caller; null where the function has moved it by a
/// register.</param>
/// <param name="BpDepth">How far rbp lies below it; null where rbp is no frame pointer.</param>
/// <param name="BpSlot">How far below it the caller's rbp is saved; 0 where it is not.</param>
/// <param name="Next">The address behind the instruction.</param>
/// <param name="IsCall">The instruction is a call.</param>
internal sealed record FrameLayout(ulong Address, ulong? Depth, ulong? BpDepth, ulong BpSlot, ulong Next, bool IsCall)
{
    private const ulong SlotSize = 8;

    /// <summary>Where r11 points, which large frames are probed with, below the frame of the caller.</summary>
    private ulong? ProbeDepth { get; init; }

    /// <summary>The layout at each instruction of a function; none where its frames are not known.</summary>
    public static IEnumerable<FrameLayout> Of(ElfImage image, KernelFunction function)
    {
        if (function.Frames.IsEmpty || function.IsTrapEntry)
        {
            yield break;
        }

        var layout = new FrameLayout(function.Start, SlotSize, null, 0, 0, false);
        FrameLayout? body = null;
        ulong prologueEnd = function.Start + function.Frames[^1].Offset;
        foreach (Instruction instruction in Decode(image, function))
        {
            layout = layout.At(instruction);
            body = instruction.IP == prologueEnd ? layout : body;
            yield return layout;
            layout = Leaves(instruction, function) && body is not null ? body : layout.After(instruction);
        }
    }

    private static IEnumerable<Instruction> Decode(ElfImage image, KernelFunction function)
    {
        var decoder = Decoder.Create(64, image.CodeAt(function.Start, function.Size).ToArray(), function.Start);
        while (decoder.IP < function.End)
        {
            yield return decoder.Decode();
        }
    }

    private static bool Leaves(Instruction instruction, KernelFunction function) =>
        instruction.FlowControl is FlowControl.Return or FlowControl.IndirectBranch
        || (instruction.FlowControl is FlowControl.UnconditionalBranch
            && (instruction.NearBranchTarget < function.Start || instruction.NearBranchTarget >= function.End));

    private FrameLayout At(Instruction instruction) => this with
    {
        Address = instruction.IP,
        Next = instruction.NextIP,
        IsCall = instruction.FlowControl is FlowControl.Call or FlowControl.IndirectCall,
    };

    private FrameLayout After(Instruction instruction)
    {
        Register first =
            instruction.OpCount > 0 && instruction.Op0Kind == OpKind.Register ? instruction.Op0Register : Register.None;
        return (instruction.Mnemonic, first) switch
        {
            (Mnemonic.Push, Register.RBP) when BpSlot == 0 =>
                this with { Depth = Depth + SlotSize, BpSlot = Depth!.Value + SlotSize },
            (Mnemonic.Push, _) => this with { Depth = Depth + SlotSize },
            (Mnemonic.Pop, Register.RBP) => this with { Depth = Depth - SlotSize, BpSlot = 0, BpDepth = null },
            (Mnemonic.Pop, _) => this with { Depth = Depth - SlotSize },
            (Mnemonic.Sub, Register.RSP) =>
                this with { Depth = Immediate(instruction) is { } size ? Depth + size : null },
            (Mnemonic.Add, Register.RSP) =>
                this with { Depth = Immediate(instruction) is { } size ? Depth - size : null },
            (Mnemonic.Mov, Register.RSP) when instruction.Op1Register == Register.RBP => this with { Depth = BpDepth },
            (Mnemonic.Mov, Register.RSP) when instruction.Op1Register == Register.R11 =>
                this with { Depth = ProbeDepth },
            (Mnemonic.Lea, Register.R11) =>
                this with { ProbeDepth = Base(instruction) - instruction.MemoryDisplacement64 },
            (Mnemonic.Lea, Register.RSP) => this with { Depth = Base(instruction) - instruction.MemoryDisplacement64 },
            (Mnemonic.Mov, Register.RBP) when instruction.Op1Register == Register.RSP => this with { BpDepth = Depth },
            (Mnemonic.Lea, Register.RBP) when
                instruction.MemoryBase == Register.RSP && instruction.MemoryIndex == Register.None
                && BpDepth is null => this with { BpDepth = Depth - instruction.MemoryDisplacement64 },
            _ => this,
        };
    }

    private ulong? Base(Instruction instruction) => instruction.MemoryBase switch
    {
        Register.RBP => BpDepth,
        Register.RSP => Depth,
        _ => null,
    };

    private static ulong? Immediate(Instruction instruction) =>
        Enumerable.Range(0, instruction.OpCount)
            .Any(index => instruction.GetOpKind(index) is OpKind.Register && index > 0)
            ? null
            : instruction.GetImmediate(1);
}
