using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Kernel.Diagnostics;
using Kernel.Tests.Host.Diagnostics;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>Symbols, which programs bring along, and the way up a stack that they tell.</summary>
internal sealed class SymbolTarget : IParserTarget
{
    private const ulong Stack = 0x1000;

    // Return addresses and values of rbp as a stack might have them.
    private static readonly ulong[] s_stack =
    [
        SampleTable.Load + 8, Stack + 40, SampleTable.Main + 5, SampleTable.TrapEntry + 3, Stack + 64, 0,
        SampleTable.Load + 31, SampleTable.Main + 47, Stack + 96, SampleTable.Main + 1, ulong.MaxValue, Stack,
        SampleTable.Load + 2, Stack + 8, SampleTable.TrapEntry + 1, SampleTable.End,
    ];

    // A trap whose frame leads back to where the walk began.
    private static readonly ulong[] s_circle =
    [
        0, Stack, SampleTable.TrapEntry + 3, 0, Stack + 32, SampleTable.Load + 6, Stack, SampleTable.Main + 1,
    ];

    private readonly byte[] _names = new byte[40];

    public IReadOnlyList<byte[]> Seeds { get; } = [SampleTable.Bytes];

    public IReadOnlyList<byte[]> Words { get; } =
        [[0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x80, 0x80, 0x80, 0x80, 0x80], [0x80, 0], [0x7F], SampleTable.Bytes[^15..]];

    public IReadOnlyList<Enum> Results => [.. Enum.GetValues<StackEnd>().Except([StackEnd.None]).Cast<Enum>()];

    public Outcome Parse(Memory<byte> input)
    {
        var table = new SymbolTable(input.Span);
        ulong start = input.Length < 16 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(input.Span[8..]);
        ulong found = 0;
        ulong letters = 0;
        for (ulong address = SampleTable.Base - 1; address <= SampleTable.End; address += 0x10)
        {
            bool isFound = table.TryFind(new VirtAddr(address), _names, out Symbol symbol);
            Assert.True(isFound || (symbol.Name.IsEmpty && symbol.File.IsEmpty && symbol.Line == 0));
            Assert.True(symbol.Name.Length + symbol.File.Length <= _names.Length);
            Assert.True(!isFound || symbol.Offset <= address - start);
            found = found << 1 | (isFound ? 1UL : 0);
            letters += (ulong)symbol.Name.Length / 4 + (symbol.Line == 0 ? 0UL : 16);
        }

        ulong[] stack = input.Length % 2 == 0 ? s_stack : s_circle;
        return Outcome.Of(Unwind(table, stack, out int frames), found | letters << 16 | (ulong)frames << 32);
    }

    private static StackEnd Unwind(SymbolTable table, ulong[] stack, out int frames)
    {
        var first = StackFrame.AtInstruction(new VirtAddr(SampleTable.Load + 6), new VirtAddr(Stack), Stack + 32);
        var shape = new TrapFrameShape(new ByteCount(16), new ByteCount(24), new ByteCount(8));
        var trace = new StackTrace<SampleStack>(table, first, shape, new SampleStack(Stack, stack));
        ulong last = 0;
        for (frames = 0; trace.MoveNext(out StackFrame frame); frames++)
        {
            // Only a trap may lead down the stack.
            Assert.True(frame.Sp.Value > last || !frame.IsReturn);
            last = frame.Sp.Value;
        }

        Assert.True(frames is > 0 and <= StackTrace<SampleStack>.MaxDepth && trace.End != StackEnd.None);
        return trace.End;
    }
}
