using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Iced.Intel;
using Kernel.Tests.Gates.DebugInfo;
using Symbols;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>
/// The quick entries of Boot/quickentry.inc save XMM0 to XMM3 of the program and no more: what they call must keep off all
/// others.
/// </summary>
public class QuickEntryTests
{
    private const int Saved = 4;
    private const string Fault = "Kernel_Kernel_Metal_PageFaults__OnPageFault";
    private const string Tick = "Kernel_Kernel_Metal_Timer__OnTick";

    /// <summary>What never returns may use what it likes.</summary>
    private static readonly string[] s_ends =
    [
        "Kernel_Kernel_Memory_FramePanic__Stop",
        "Kernel_Kernel_Metal_Panic__OnLanguageFault",
        "Kernel_Kernel_Metal_Panic__Stop",
    ];

    [Theory]
    [InlineData(Fault)]
    [InlineData(Tick)]
    public void NothingThatAQuickEntryReachesTouchesWhatItDoesNotSave(string root) =>
        Assert.Empty(Complaints(BuiltKernel.Image, BuiltKernel.Functions, root, s_ends));

    [Theory]
    [InlineData(Fault, "Kernel_Kernel_Memory_PagingManager__ResolveFault")]
    [InlineData(Fault, "Kernel_Kernel_Metal_PageContents__Clear")]
    [InlineData(Fault, "Kernel_Kernel_Metal_PageContents__Copy")]
    [InlineData(Fault, "cpu_invlpg")]
    [InlineData(Tick, "cpu_out8")]
    [InlineData(Tick, "cpu_wrmsr")]
    public void WhatMustBeReachedIs(string root, string symbol) => Assert.Contains(
        CallGraph.Reach(BuiltKernel.Image, BuiltKernel.Functions, root, s_ends), each => each.Symbol == symbol);

    [Theory]
    [InlineData("movups xmm4, [rdi]", "deeper uses XMM4")]
    [InlineData("paddb xmm3, xmm15", "deeper uses XMM15")]
    [InlineData("vmovups ymm2, [rdi]", "deeper uses ZMM2")]
    [InlineData("fld1", "deeper fld1")]
    [InlineData("paddb mm0, mm1", "deeper paddb")]
    [InlineData("fxrstor [rdi]", "deeper fxrstor")]
    [InlineData("call rax", "deeper call")]
    [InlineData("call [rdi]", "deeper call")]
    [InlineData("jmp rax", "deeper jmp")]
    [InlineData("movups xmm3, [rdi]", null)]
    [InlineData("mov r15, r12", null)]
    public void AnInstructionTooManyIsFound(string instruction, string? complaint)
    {
        ElfImage image = Linked.Plain(
            "global first\nsection .text\n"
            + "first: call next\nje last\nret\nnext: jmp deeper\n"
            + $"deeper: {instruction}\nret\nlast: ret\naside: movups xmm5, [rdi]\nret\n");
        string[] expected = complaint is null ? [] : [complaint];
        Assert.Equal(expected, Complaints(image, Samples.Functions(image), "first", []));
    }

    [Fact]
    public void WhatNeverReturnsIsNotLookedAt()
    {
        ElfImage image = Linked.Plain(
            "global first\nsection .text\nfirst: call last\nret\nlast: movups xmm5, [rdi]\nret\n");
        Assert.Empty(Complaints(image, Samples.Functions(image), "first", ["last"]));
    }

    private static string[] Complaints(
        ElfImage image, ImmutableArray<KernelFunction> functions, string root, string[] ends) =>
        [.. CallGraph.Reach(image, functions, root, ends)
            .SelectMany(function => image.InstructionsOf(function)
                .SelectMany(static each => Complaints(each))
                .Select(complaint => $"{function.Symbol} {complaint}"))
            .Distinct()];

    private static IEnumerable<string> Complaints(Instruction instruction)
    {
        if (CallGraph.IsIndirect(instruction) || instruction.Code.CpuidFeatures().Any(IsOldVector))
        {
            return [instruction.Mnemonic.ToString().ToLowerInvariant()];
        }
        var reader = new InstructionInfoFactory();
        return [.. reader.GetInfo(in instruction).GetUsedRegisters()
            .Select(static used => used.Register)
            .Where(static register => register.IsVectorRegister() && IsBeyond(register))
            .Select(static register => $"uses {register}")
            .Distinct()];
    }

    // SSE keeps the upper halves of YMM0 to YMM3, which are not saved either: AVX would clear or use them.
    private static bool IsBeyond(Register register) => !register.IsXMM() || register.GetNumber() >= Saved;

    private static bool IsOldVector(CpuidFeature feature) => feature
        is CpuidFeature.FPU or CpuidFeature.FPU287 or CpuidFeature.FPU387 or CpuidFeature.MMX or CpuidFeature.FXSR;
}
