using System;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Diagnostics;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Diagnostics;

public class DamagedTableTests
{
    private const int Runs = 30_000;
    private const int MostChanges = 6;
    private const ulong Stack = 0x1000;

    /// <summary>A symbol table with a few bytes changed, cut off somewhere.</summary>
    private static Gen<byte[]> DamagedTables =>
        from cut in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, SampleTable.Bytes.Length)))
        from changes in Gen.Zip(Gen.Choose(0, SampleTable.Bytes.Length - 1), Gen.Choose(0, byte.MaxValue)).ArrayOf()
        select Damage(cut, changes);

    [Fact]
    public void LookingUpInADamagedTableDoesNoHarm() => Fuzz.Run(Prop.ForAll(
        DamagedTables.ToArbitrary(),
        static table =>
        {
            Span<byte> buffer = new byte[40];
            for (ulong address = SampleTable.Base; address < SampleTable.End; address += 5)
            {
                bool found = new SymbolTable(table).TryFind(new VirtAddr(address), buffer, out Symbol symbol);
                Assert.True(found || symbol.Name.IsEmpty);
                Assert.True(symbol.Name.Length + symbol.File.Length <= buffer.Length);
            }
        }), Runs);

    [Fact]
    public void UnwindingByADamagedTableComesToAnEnd() => Fuzz.Run(Prop.ForAll(
        DamagedTables.ToArbitrary(),
        Gen.Choose(0, (int)(SampleTable.End - SampleTable.Base)).ArrayOf(100).ToArbitrary(),
        static (table, offsets) =>
        {
            ulong[] words = Array.ConvertAll(offsets, static offset => SampleTable.Base + (ulong)offset);
            var first = StackFrame.AtInstruction(new VirtAddr(words[0]), new VirtAddr(Stack), Stack + (words[0] % 256));
            var shape = new TrapFrameShape(new ByteCount(16), new ByteCount(24), new ByteCount(8));
            var trace = new StackTrace<SampleStack>(
                new SymbolTable(table), first, shape, new SampleStack(Stack, words));
            int frames = 0;
            while (trace.MoveNext(out _))
            {
                frames++;
            }

            Assert.InRange(frames, 1, StackTrace<SampleStack>.MaxDepth);
            Assert.NotEqual(StackEnd.None, trace.End);
        }), Runs);

    private static byte[] Damage(int cut, (int Position, int Value)[] changes)
    {
        byte[] table = SampleTable.Bytes;
        foreach ((int position, int value) in changes.AsSpan(0, Math.Min(changes.Length, MostChanges)))
        {
            table[position] = (byte)value;
        }

        return table[..^cut];
    }
}
