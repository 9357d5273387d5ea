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
/// One instruction is one unit of work: no figure has iterations of <c>rep</c> beside it because there are none.
/// </summary>
public class RepeatTests
{
    [Fact]
    public void TheKernelHasNoRepeatedStringInstruction() =>
        Assert.Empty(Repeated(BuiltKernel.Image, BuiltKernel.Functions));

    [Fact]
    public void NorHasTheKernelThatMeasuresItself()
    {
        ElfImage image = BuiltKernel.BenchImage;
        Assert.Empty(Repeated(image, BuiltKernel.FunctionsOf(image)));
    }

    [Theory]
    [InlineData("rep stosq")]
    [InlineData("rep movsb")]
    [InlineData("repne scasb")]
    public void ARepeatedInstructionIsFound(string instruction)
    {
        ElfImage image = Linked.Plain($"global first\nsection .text\nfirst: pause\nmovsq\n{instruction}\nret\n");
        Assert.Equal(["first"], Repeated(image, Samples.Functions(image)));
    }

    private static IEnumerable<string> Repeated(ElfImage image, ImmutableArray<KernelFunction> functions) => functions
        .Where(function => image.InstructionsOf(function).Any(IsRepeated))
        .Select(static function => function.Symbol);

    private static bool IsRepeated(Instruction instruction) =>
        instruction.IsStringInstruction && (instruction.HasRepPrefix || instruction.HasRepnePrefix);
}
