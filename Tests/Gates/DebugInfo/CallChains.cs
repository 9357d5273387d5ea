using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Kernel.Diagnostics;
using Kernel.Units;
using Symbols;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

/// <summary>Lays out the stacks of random chains of calls and has the kernel find its way back.</summary>
internal static class CallChains
{
    private const int Seed = 20_260_101;
    private const int MostCalls = 40;
    private const ulong StackTop = 0xFFFF_FFFF_9001_0000;
    private const ulong SlotSize = sizeof(ulong);
    private const ulong LargestLocal = 0x400;

    /// <summary>So many random chains of calls are found whole.</summary>
    public static void AreFound(ElfImage image, ImmutableArray<KernelFunction> functions, byte[] table, int chains)
    {
        FrameLayout[] calls = [.. functions
            .SelectMany(function => FrameLayout.Of(image, function))
            .Where(static each => each.IsCall)];
        Assert.NotEmpty(calls);
        var random = new Random(Seed);
        for (int chain = 0; chain < chains; chain++)
        {
            FrameLayout[] path = random.GetItems(calls, random.Next(1, MostCalls));
            var memory = new SparseStack();
            List<StackFrame> expected = Build(path, memory.Words, random);
            var trace = new StackTrace<SparseStack>(new SymbolTable(table), expected[0], default, memory);
            var found = new List<StackFrame>();
            while (trace.MoveNext(out StackFrame frame))
            {
                found.Add(frame);
            }

            Assert.Equal(expected, found);
        }
    }

    /// <summary>
    /// Lays out the frames of a chain, outermost call first; gives them innermost first, and the unknown caller last.
    /// </summary>
    private static List<StackFrame> Build(FrameLayout[] path, Dictionary<ulong, ulong> words, Random random)
    {
        var frames = new List<StackFrame> { StackFrame.AtCall(
            default, new VirtAddr(StackTop), (ulong)random.NextInt64()) };
        foreach (FrameLayout call in path)
        {
            StackFrame caller = frames[^1];
            ulong cfa = caller.Sp.Value;
            words[cfa - SlotSize] = caller.Pc.Value;
            ulong bp = call.BpDepth is { } distance ? cfa - distance
                : call.BpSlot != 0 ? (ulong)random.NextInt64()
                : caller.Bp;
            if (call.BpSlot != 0)
            {
                words[cfa - call.BpSlot] = caller.Bp;
            }

            ulong depth = call.Depth ?? LargestLocal;
            frames.Add(StackFrame.AtCall(new VirtAddr(call.Next), new VirtAddr(cfa - depth), bp));
        }

        frames.Reverse();
        return frames;
    }

    private readonly struct SparseStack() : IStackMemory
    {
        public Dictionary<ulong, ulong> Words { get; } = [];

        public bool TryRead(VirtAddr address, out ulong value) => Words.TryGetValue(address.Value, out value);
    }
}
