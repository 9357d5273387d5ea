using System.Collections.Immutable;
using Kernel.Diagnostics;
using Kernel.Units;
using Symbols;
using Symbols.Elf;
using Symbols.Tables;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

public class RoundTripTests
{
    private const int Chains = 5_000;
    private static readonly ElfImage s_image = Linked.WithLines(Sources.Frames);
    private static readonly ImmutableArray<KernelFunction> s_functions = Samples.Functions(s_image);
    private static readonly byte[] s_table = SymbolTableWriter.Write(s_functions);

    [Fact]
    public void NamesAgree() => TableChecks.NamesAgree(s_functions, s_table);

    [Fact]
    public void FramesAgree() => TableChecks.FramesAgree(s_image, s_functions, s_table);

    [Fact]
    public void ChainsOfCallsAreFound() => CallChains.AreFound(s_image, s_functions, s_table, Chains);

    [Fact]
    public void TheSameFunctionsGiveTheSameBytes() =>
        Assert.Equal(s_table, SymbolTableWriter.Write(Samples.Functions(s_image)));

    [Fact]
    public void AnEmptyProgramGivesATableWithoutSymbols() =>
        Assert.True(new SymbolTable(SymbolTableWriter.Write([])).IsEmpty);

    [Fact]
    public void ATrapEntryIsMarked()
    {
        ImmutableArray<KernelFunction> functions = Samples.Functions(s_image, "opaque");
        byte[] table = SymbolTableWriter.Write(functions);
        Assert.Equal(StackEnd.UnreadableStack, EndOfTraceFrom(functions[^1], table));
        Assert.Equal(StackEnd.UnknownFrame, EndOfTraceFrom(functions[^1], s_table));
    }

    private static StackEnd EndOfTraceFrom(KernelFunction function, byte[] table)
    {
        var first = StackFrame.AtCall(new VirtAddr(function.Start + 6), new VirtAddr(0), 0);
        var trace = new StackTrace<NoMemory>(new SymbolTable(table), first, default, default);
        while (trace.MoveNext(out _))
        {
        }

        return trace.End;
    }

    private readonly struct NoMemory : IStackMemory
    {
        public bool TryRead(VirtAddr address, out ulong value)
        {
            value = 0;
            return false;
        }
    }
}
