using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Kernel.Diagnostics;
using Kernel.Units;
using Symbols;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

/// <summary>Compares what the kernel reads in a symbol table with what the host knows.</summary>
internal static class TableChecks
{
    private const ulong Stack = 0xFFFF_FFFF_9000_0000;
    private const ulong UnknownDepth = 0x100;
    private const ulong AnyBp = 0xB9_B9B9;

    /// <summary>Every byte of every function has the name, file and line that the debug information gives it.</summary>
    public static void NamesAgree(ImmutableArray<KernelFunction> functions, byte[] table) =>
        Check(functions, table, static (expected, found) => Assert.Equal(expected, found));

    /// <summary>The same but for the names, which depend on the assemblies that the table was made with.</summary>
    public static void PlacesAgree(ImmutableArray<KernelFunction> functions, byte[] table) =>
        Check(functions, table, static (expected, found) =>
            Assert.Equal(expected with { Method = found.Method }, found));

    private static void Check(
        ImmutableArray<KernelFunction> functions, byte[] table, Action<SourceLocation, SourceLocation> check)
    {
        Assert.NotEmpty(functions);
        var resolver = new SymbolResolver(functions);
        Span<byte> buffer = new byte[1024];
        foreach (KernelFunction function in functions)
        {
            for (ulong address = function.Start; address < function.End; address++)
            {
                bool found = new SymbolTable(table).TryFind(new VirtAddr(address), buffer, out Symbol symbol);
                Assert.True(found, $"0x{address:x} in {function.Symbol} is not in the table");
                check(resolver.Resolve(address)!.Value, Describe(symbol));
            }
        }
    }

    private static SourceLocation Describe(Symbol symbol) => new(
        Encoding.UTF8.GetString(symbol.Name), Encoding.UTF8.GetString(symbol.File), symbol.Line, symbol.Offset);

    /// <summary>
    /// From every instruction of every function that has frames, the caller is where the instructions put it.
    /// </summary>
    public static void FramesAgree(ElfImage image, ImmutableArray<KernelFunction> functions, byte[] table)
    {
        (KernelFunction, FrameLayout)[] layouts = [.. functions.SelectMany(
            function => FrameLayout.Of(image, function).Select(layout => (function, layout)))];
        Assert.NotEmpty(layouts);
        foreach ((KernelFunction function, FrameLayout layout) in layouts)
        {
            CheckFrame(function, layout, table);
        }
    }

    private static void CheckFrame(KernelFunction function, FrameLayout layout, byte[] table)
    {
        ulong cfa = Stack + (layout.Depth ?? UnknownDepth);
        ulong bp = layout.BpDepth is { } distance ? cfa - distance : AnyBp;
        var first = StackFrame.AtInstruction(new VirtAddr(layout.Address), new VirtAddr(Stack), bp);
        var memory = default(AddressMemory);
        var trace = new StackTrace<AddressMemory>(new SymbolTable(table), first, default, memory);
        Assert.True(trace.MoveNext(out _));
        Assert.True(trace.MoveNext(out StackFrame caller), $"{function.Name} at 0x{layout.Address:x}: {trace.End}");
        var expected = StackFrame.AtCall(
            new VirtAddr(AddressMemory.At(cfa - sizeof(ulong))),
            new VirtAddr(cfa),
            layout.BpSlot == 0 ? bp : AddressMemory.At(cfa - layout.BpSlot));
        Assert.True(expected == caller, $"{function.Name} at 0x{layout.Address:x}: {caller} and not {expected}");
    }

    /// <summary>Memory in which every word tells its address.</summary>
    private readonly struct AddressMemory : IStackMemory
    {
        private const ulong Mask = 0x5A5A_0000_0000;

        public static ulong At(ulong address) => address ^ Mask;

        public bool TryRead(VirtAddr address, out ulong value)
        {
            value = At(address.Value);
            return true;
        }
    }
}
