using System;
using System.Text;
using Kernel.Diagnostics;
using Xunit;

namespace Kernel.Tests.Host.Diagnostics;

public class SymbolTableTests
{
    [Theory]
    [InlineData(SampleTable.Load, "K.M.Gdt.Load", "K/M/Gdt.cs", 10, 0)]
    [InlineData(SampleTable.Load + 7, "K.M.Gdt.Load", "K/M/Gdt.cs", 10, 7)]
    [InlineData(SampleTable.Load + 8, "K.M.Gdt.Load", "K/M/Gdt.cs", 11, 8)]
    [InlineData(SampleTable.Load + 15, "K.M.Gdt.Load", "K/M/Gdt.cs", 11, 15)]
    [InlineData(SampleTable.Load + 31, "K.M.Gdt.Load", "K/M/Gdt.cs", 300, 31)]
    [InlineData(SampleTable.Main + 47, "K.M.Gdt.Main", "K/M/Gdt.cs", 20, 47)]
    [InlineData(SampleTable.TrapEntry + 3, "trap", "", 0, 3)]
    public void FindsNameFileAndLine(ulong address, string name, string file, uint line, uint offset)
    {
        Span<byte> buffer = new byte[64];
        Assert.True(new SymbolTable(SampleTable.Bytes).TryFind(SampleTable.At(address), buffer, out Symbol symbol));
        Assert.Equal(name, Encoding.UTF8.GetString(symbol.Name));
        Assert.Equal(file, Encoding.UTF8.GetString(symbol.File));
        Assert.Equal((line, offset), (symbol.Line, symbol.Offset));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SampleTable.Base - 1)]
    [InlineData(SampleTable.Load + 0x20)]
    [InlineData(SampleTable.Main - 1)]
    [InlineData(SampleTable.End)]
    [InlineData(ulong.MaxValue)]
    public void FindsNothingBetweenAndAroundFunctions(ulong address) =>
        Assert.False(new SymbolTable(SampleTable.Bytes).TryFind(SampleTable.At(address), new byte[64], out _));

    [Theory]
    [InlineData(0, "", "")]
    [InlineData(3, "K.M", "")]
    [InlineData(10, "K.M.Gdt.Lo", "")]
    [InlineData(13, "K.M.Gdt.Load", "K")]
    public void CutsTextsThatDoNotFit(int size, string name, string file)
    {
        Span<byte> buffer = new byte[size];
        Assert.True(new SymbolTable(SampleTable.Bytes).TryFind(SampleTable.At(SampleTable.Load), buffer, out Symbol symbol));
        Assert.Equal(name, Encoding.UTF8.GetString(symbol.Name));
        Assert.Equal(file, Encoding.UTF8.GetString(symbol.File));
    }

    [Theory]
    [InlineData(0, 0x4B)]
    [InlineData(4, 1)]
    public void IsEmptyWithoutItsMagicOrVersion(int position, byte right)
    {
        byte[] bytes = SampleTable.Bytes;
        Assert.Equal(right, bytes[position]);
        bytes[position]++;
        Assert.True(new SymbolTable(bytes).IsEmpty);
        Assert.False(new SymbolTable(bytes).TryFind(SampleTable.At(SampleTable.Load), new byte[64], out _));
    }

    [Fact]
    public void IsEmptyWithoutBytes() => Assert.True(new SymbolTable([]).IsEmpty);

    [Fact]
    public void AnyCutGivesTheRightSymbolOrNone()
    {
        byte[] whole = SampleTable.Bytes;
        int found = 0;
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] buffer = new byte[64];
            if (new SymbolTable(whole.AsSpan(0, length)).TryFind(SampleTable.At(SampleTable.Load), buffer, out Symbol symbol))
            {
                found++;
                Assert.Equal("K.M.Gdt.Load", Encoding.UTF8.GetString(symbol.Name));
            }
        }

        Assert.NotEqual(0, found);
    }
}
