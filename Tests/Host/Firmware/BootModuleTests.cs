using System;
using System.Linq;
using Kernel.Firmware;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class BootModuleTests
{
    private const ulong Start = 0x20_0000;

    private static readonly byte[] s_memory = [.. Enumerable.Range(0, 100).Select(static i => (byte)i)];

    [Theory]
    [InlineData(Start, 100)]
    [InlineData(Start + 16, 84)]
    [InlineData(Start + 16, 1)]
    public void ItsBytesAreThoseInMemory(ulong start, int length)
    {
        Decoded decoded = WithModule(start, (ulong)length);
        Assert.True(decoded.Info.Modules[0].TryRead(out ReadOnlySpan<byte> contents));
        Assert.Equal(s_memory.Skip((int)(start - Start)).Take(length), contents.ToArray());
    }

    [Fact]
    public void AnEmptyOneHasNoBytes()
    {
        Assert.True(WithModule(Start, 0).Info.Modules[0].TryRead(out ReadOnlySpan<byte> contents));
        Assert.True(contents.IsEmpty);
    }

    [Theory]
    [InlineData(101UL)]
    [InlineData(0x7FFF_FFFFUL)]
    [InlineData(0x8000_0000UL)]
    [InlineData(0x1_0000_0010UL)]
    public void OutOfReachItHasNone(ulong length)
    {
        Assert.False(WithModule(Start, length).Info.Modules[0].TryRead(out ReadOnlySpan<byte> contents));
        Assert.True(contents.IsEmpty);
    }

    private static Decoded WithModule(ulong start, ulong length)
    {
        Decoded decoded = Decoded.Pvh(new PvhBuilder
        {
            Map = [new MapEntry(0x10_0000, 8UL << 30, MapEntry.Usable)],
            Modules = [(start, length, PvhBuilder.ModuleTextAddress)],
        }.Build());
        Assert.Equal(BootError.None, decoded.Error);
        SimMachine.Current.AddMemory(Start, s_memory);
        return decoded;
    }
}
