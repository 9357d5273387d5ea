using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>
/// The quick way of system calls saves no vector registers, its refusals want R10 as the program left it, and its
/// shortest calls run on no stack at all.
/// </summary>
public class QuickPathTests
{
    private const string Room = "Kernel_Kernel_Metal_QuickEntry__";

    public static TheoryData<string> Functions =>
        ["OnYield", "OnSend", "OnSendShort", "OnReplyReceive", "OnReplyReceiveShort"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void NothingTouchesVectorRegistersOrCalls(string symbol) =>
        Assert.DoesNotContain(InstructionsOf(symbol), static each =>
            each.FlowControl is FlowControl.Call or FlowControl.IndirectCall
            || Used(each).Any(static used => used.Register.IsVectorRegister()));

    [Theory]
    [InlineData("OnSend")]
    [InlineData("OnReplyReceive")]
    public void WhereTheMessageLiesIsKeptUntilItIsKnownToBeShort(string symbol)
    {
        Instruction[] all = InstructionsOf(symbol);
        Instruction[] first = [.. all.TakeWhile(static each => each.FlowControl != FlowControl.ConditionalBranch)];
        Assert.Contains(first, static each => each.Code == Code.Cmp_rm64_imm8 && each.Immediate8to64 == 32);
        ulong longer = all[first.Length].NearBranchTarget;
        Instruction[] last = [.. all.SkipWhile(each => each.IP != longer)];
        Assert.NotEmpty(last);
        Assert.DoesNotContain([.. first, .. last], static each => Used(each).Any(IsData));
    }

    [Theory]
    [InlineData("OnSendShort")]
    [InlineData("OnReplyReceiveShort")]
    public void TheShortestOnesNeedNoStack(string symbol) =>
        Assert.DoesNotContain(InstructionsOf(symbol), static each =>
            each.IsStackInstruction || each.FlowControl == FlowControl.Return
            || Used(each).Any(static used => used.Register.GetFullRegister() == Register.RSP));

    private static bool IsData(UsedRegister used) => used.Register.GetFullRegister() == Register.R10;

    private static Instruction[] InstructionsOf(string symbol) =>
        [.. BuiltKernel.Image.InstructionsOf(BuiltKernel.Functions.Single(each => each.Symbol == Room + symbol))];

    private static IEnumerable<UsedRegister> Used(Instruction instruction) =>
        [.. new InstructionInfoFactory().GetInfo(in instruction).GetUsedRegisters()];
}
