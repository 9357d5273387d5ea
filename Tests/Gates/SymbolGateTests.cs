using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Kernel.Tests.Gates.DebugInfo;
using Symbols;
using Symbols.Elf;
using Symbols.Tables;
using Xunit;
using Xunit.Sdk;

namespace Kernel.Tests.Gates;

/// <summary>The kernel's own stack traces say what the debug information says.</summary>
public class SymbolGateTests
{
    private const string SectionName = ".symbols";
    private const int SizeLimit = 40 << 10;
    private const int Chains = 2_000;

    [Fact]
    public void TheTableNamesEveryByteAsTheDebugInformationDoes()
    {
        ImmutableArray<KernelFunction> functions = BuiltKernel.Functions;
        TableChecks.NamesAgree(functions, SymbolTableWriter.Write(functions));
    }

    [Fact]
    public void TheTableLeavesFramesFromEveryInstruction()
    {
        ImmutableArray<KernelFunction> functions = BuiltKernel.Functions;
        TableChecks.FramesAgree(BuiltKernel.Image, functions, SymbolTableWriter.Write(functions));
    }

    [Fact]
    public void TheTableFindsTheWholeChainOfCalls()
    {
        ImmutableArray<KernelFunction> functions = BuiltKernel.Functions;
        CallChains.AreFound(BuiltKernel.Image, functions, SymbolTableWriter.Write(functions), Chains);
    }

    [Fact]
    public void TheKernelCarriesATableOfItsOwnLines()
    {
        ElfImage image = BuiltKernel.Image;
        TableChecks.PlacesAgree(BuiltKernel.Functions, image.Contents(SectionName).ToArray());
    }

    [Fact]
    public void ATableOfOtherLinesIsFound()
    {
        ImmutableArray<KernelFunction> functions = BuiltKernel.Functions;
        byte[] moved = SymbolTableWriter.Write(
            [.. functions.Select(static each => each with { Start = each.Start + 1 })]);
        Assert.ThrowsAny<XunitException>(() => TableChecks.PlacesAgree(functions, moved));
    }

    [Fact]
    public void TheTableIsSmall() =>
        Assert.InRange(BuiltKernel.Image.Contents(SectionName).Length, 1, SizeLimit);

    [Fact]
    public void EveryCompiledFunctionHasFrames()
    {
        HashSet<string> compiled = [.. BuiltKernel.Object.Symbols
            .Where(static each => each.IsFunction)
            .Select(static each => each.Name)];
        KernelFunction[] functions = [.. BuiltKernel.Functions.Where(each => compiled.Contains(each.Symbol))];
        Assert.NotEmpty(functions);
        Assert.All(functions, static function => Assert.False(function.Frames.IsEmpty, function.Symbol));
    }
}
