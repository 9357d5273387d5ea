using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>
/// The quick way of messages that are in registers saves no vector registers, and its shortest calls run on no stack
/// at all.
/// </summary>
public class QuickPathTests
{
    private const string Room = "Kernel_Kernel_Metal_QuickEntry__";

    public static TheoryData<string> Functions => new(
        "OnYield", "OnSend", "OnSendShort", "OnSendGift", "OnReplyReceive", "OnReplyReceiveShort", "OnReplyReceiveGift");

    [Theory]
    [MemberData(nameof(Functions))]
    public void NothingTouchesVectorRegistersOrCalls(string symbol) =>
        Assert.DoesNotContain(InstructionsOf(symbol), static each =>
            each.FlowControl is FlowControl.Call or FlowControl.IndirectCall
            || Used(each).Any(static used => used.Register.IsVectorRegister()));

    [Theory]
    [InlineData("OnSendShort")]
    [InlineData("OnReplyReceiveShort")]
    public void TheShortestOnesNeedNoStack(string symbol) =>
        Assert.DoesNotContain(InstructionsOf(symbol), static each =>
            each.IsStackInstruction || each.FlowControl == FlowControl.Return
            || Used(each).Any(static used => used.Register.GetFullRegister() == Register.RSP));

    private static Instruction[] InstructionsOf(string symbol) =>
        [.. BuiltKernel.Image.InstructionsOf(BuiltKernel.Functions.Single(each => each.Symbol == Room + symbol))];

    private static IEnumerable<UsedRegister> Used(Instruction instruction) =>
        [.. new InstructionInfoFactory().GetInfo(in instruction).GetUsedRegisters()];
}
