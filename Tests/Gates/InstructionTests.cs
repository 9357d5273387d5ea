using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Iced.Intel;
using Kernel.Tests.Gates.DebugInfo;
using Symbols;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>The kernel runs on every x86-64 processor, and keeps off registers that it does not save.</summary>
public class InstructionTests
{
    private const string ListName = "instructions-beyond-baseline.txt";

    /// <summary>
    /// What every x86-64 processor has (System V ABI for AMD64, 3.1.1, x86-64 baseline), without x87 and MMX.
    /// </summary>
    private static readonly HashSet<CpuidFeature> s_baseline =
    [
        CpuidFeature.INTEL8086, CpuidFeature.INTEL186, CpuidFeature.INTEL286, CpuidFeature.INTEL386,
        CpuidFeature.INTEL486, CpuidFeature.X64, CpuidFeature.CMOV, CpuidFeature.CX8, CpuidFeature.FXSR,
        CpuidFeature.SSE, CpuidFeature.SSE2, CpuidFeature.SYSCALL, CpuidFeature.CPUID, CpuidFeature.MSR,
        CpuidFeature.TSC, CpuidFeature.PAUSE, CpuidFeature.MULTIBYTENOP, CpuidFeature.CLFSH,
    ];

    [Fact]
    public void NeedsNothingBeyondTheBaseline()
    {
        HashSet<string> allowed = [.. BuiltKernel.ReadList(ListName)];
        ImmutableArray<KernelFunction> functions = BuiltKernel.Functions;
        Assert.NotEmpty(functions);
        string[] found = [.. Beyond(BuiltKernel.Image, functions).Distinct().Order()];
        string[] unlisted = [.. found.Except(allowed)];
        string[] unneeded = [.. allowed.Except(found).Order()];
        Assert.True(
            unlisted.Length == 0 && unneeded.Length == 0,
            $"The kernel's code and Tests/Gates/{ListName} differ.\n"
            + $"Found, and not listed:\n  {string.Join("\n  ", unlisted)}\n"
            + $"Listed, and not found:\n  {string.Join("\n  ", unneeded)}");
    }

    [Theory]
    [InlineData("vaddps ymm0, ymm1, ymm2", "vaddps")]
    [InlineData("popcnt eax, ecx", "popcnt")]
    [InlineData("fld1", "fld1")]
    [InlineData("paddb mm0, mm1", "paddb")]
    [InlineData("pshufb xmm0, xmm1", "pshufb")]
    [InlineData("invpcid rax, [rdi]", "invpcid")]
    public void AnInstructionBeyondTheBaselineIsFound(string instruction, string mnemonic)
    {
        ElfImage image = Linked.Plain($"global first\nsection .text\nfirst: addps xmm0, xmm1\n{instruction}\nret\n");
        Assert.Equal([$"first {mnemonic}"], Beyond(image, Samples.Functions(image)));
    }

    private static IEnumerable<string> Beyond(ElfImage image, ImmutableArray<KernelFunction> functions) =>
        functions.SelectMany(function => image.InstructionsOf(function)
            .Where(IsBeyond)
            .Select(instruction => $"{function.Symbol} {instruction.Mnemonic.ToString().ToLowerInvariant()}"));

    private static bool IsBeyond(Instruction instruction) =>
        instruction.IsInvalid || instruction.Code.CpuidFeatures().Any(static feature => !s_baseline.Contains(feature));
}
