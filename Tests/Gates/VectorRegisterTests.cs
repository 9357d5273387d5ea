using System;
using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using Kernel.Tests.Gates.DebugInfo;
using Symbols;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>
/// A trap entry saves XMM0 to XMM3 of whom it interrupts, so that pages can be cleared and copied with them.
/// </summary>
public class VectorRegisterTests
{
    private const int Saved = 4;

    [Theory]
    [InlineData("Kernel_Metal_PageContents__Clear")]
    [InlineData("Kernel_Metal_PageContents__Copy")]
    public void WhatClearsAndCopiesPagesKeepsToTheRegistersThatATrapEntrySaves(string name)
    {
        ElfImage image = BuiltKernel.BenchImage;
        KernelFunction function = Assert.Single(
            BuiltKernel.FunctionsOf(image), each => each.Symbol.EndsWith(name, StringComparison.Ordinal));
        Register[] used = [.. VectorRegisters(image, function).Distinct()];
        Assert.NotEmpty(used);
        Assert.DoesNotContain(used, IsBeyond);

        // What it calls would have to be looked at as well.
        Assert.DoesNotContain(
            image.InstructionsOf(function),
            static each => each.FlowControl is FlowControl.Call or FlowControl.IndirectCall);
    }

    [Theory]
    [InlineData("movups xmm4, [rdi]", true)]
    [InlineData("paddb xmm3, xmm15", true)]
    [InlineData("movups [rdi], xmm3", false)]
    [InlineData("mov r15, r12", false)]
    public void ARegisterBeyondThemIsFound(string instruction, bool isBeyond)
    {
        ElfImage image = Linked.Plain($"global first\nsection .text\nfirst: {instruction}\nret\n");
        Assert.Equal(isBeyond, Samples.Functions(image).SelectMany(each => VectorRegisters(image, each)).Any(IsBeyond));
    }

    private static bool IsBeyond(Register register) => register.GetNumber() >= Saved;

    private static IEnumerable<Register> VectorRegisters(ElfImage image, KernelFunction function)
    {
        var reader = new InstructionInfoFactory();
        foreach (Instruction instruction in image.InstructionsOf(function))
        {
            foreach (UsedRegister used in reader.GetInfo(in instruction).GetUsedRegisters())
            {
                if (used.Register.IsVectorRegister())
                {
                    yield return used.Register;
                }
            }
        }
    }
}
