using System.Linq;
using Kernel.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class Multiboot2Tests
{
    [Fact]
    public void WhatGrubGivesOnAPcIsDecodedToTheLastField()
    {
        Decoded decoded = Decoded.Multiboot2(Multiboot2Builder.Pc().Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(BootProtocol.Multiboot2, decoded.Info.Protocol);
        Assert.Equal("log=debug test=boot", decoded.CommandLine);
        Assert.Equal("GRUB 2.06", decoded.LoaderName);
        Assert.Equal(Multiboot2Builder.Screen1024, decoded.Info.Framebuffer);
        Assert.Equal(new AcpiRoot(AcpiRootKind.Xsdt, new PhysAddr(RsdpBytes.Xsdt)), decoded.Info.Acpi);
        Assert.Equal(1, decoded.Info.Modules.Length);
        Assert.Equal(Samples.Range(0x20_0000, 0x20_1234), decoded.Info.Modules[0].Range);
        Assert.Equal("init one", decoded.ModuleText(0));
        Assert.Equal(Samples.Pc128MiB, decoded.Info.Memory.Regions.ToArray());
        Soundness.Check(in decoded.Info);
    }

    [Fact]
    public void TagsMayComeInAnyOrderBeforeTheEnd()
    {
        Multiboot2Builder builder = Multiboot2Builder.Pc();
        builder.Tags.Reverse(0, builder.Tags.Count - 1);

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(Samples.Pc128MiB, decoded.Info.Memory.Regions.ToArray());
        Assert.Equal("init one", decoded.ModuleText(0));
    }

    [Fact]
    public void WithAMapAloneAllElseIsAbsent()
    {
        byte[] blob = new Multiboot2Builder().MemoryMap(MapEntry.Pc128MiB).Tag(Multiboot2Builder.End, []).Build();

        Decoded decoded = Decoded.Multiboot2(blob);

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal("", decoded.CommandLine);
        Assert.Equal("", decoded.LoaderName);
        Assert.Equal(default, decoded.Info.Framebuffer);
        Assert.Equal(default, decoded.Info.Acpi);
        Assert.True(decoded.Info.Modules.IsEmpty);
    }

    [Fact]
    public void WhatStoodInTheResultBeforeIsGone()
    {
        BootInfo info = default;
        Machines.SimMachine machine = Machines.SimMachine.Reset();
        machine.AddMemory(Multiboot2Builder.Address, Multiboot2Builder.Pc().Build());
        machine.AddMemory(PvhBuilder.Address, new PvhBuilder { CommandLinePointer = 0, Modules = [] }.Build());

        Assert.False(BootInfo.Decode(BootProtocol.Multiboot2, new(Multiboot2Builder.Address), ref info).IsError);
        Assert.False(BootInfo.Decode(BootProtocol.Pvh, new(PvhBuilder.Address), ref info).IsError);

        Assert.Equal(BootProtocol.Pvh, info.Protocol);
        Assert.Equal(FramebufferKind.None, info.Framebuffer.Kind);
        Assert.True(info.Modules.IsEmpty && info.LoaderName.IsEmpty && info.CommandLine.Text.IsEmpty);
        Assert.Equal(Samples.Pc128MiB, info.Memory.Regions.ToArray());
    }

    [Fact]
    public void MapEntriesMayBeLongerAndOfALaterVersion()
    {
        byte[] entries = [.. MapEntry.Pc128MiB
            .SelectMany(static e => (byte[])[.. MapEntry.Encode(e), .. "appended"u8])];
        Multiboot2Builder builder = Multiboot2Builder.Pc()
            .With(Multiboot2Builder.MemoryMapType, b => b.MemoryMap(32, entries, version: 1));

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(Samples.Pc128MiB, decoded.Info.Memory.Regions.ToArray());
    }

    [Fact]
    public void AMapOfAsManyEntriesAsAreBelievedIsRead()
    {
        Multiboot2Builder builder = Multiboot2Builder.Pc()
            .With(Multiboot2Builder.ModuleType, static _ => { })
            .With(
                Multiboot2Builder.MemoryMapType,
                b => b.MemoryMap([.. Enumerable.Repeat(MapEntry.Pc128MiB[0], 4096)]));

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal([Samples.Pc128MiB[0]], decoded.Info.Memory.Regions.ToArray());
    }

    [Fact]
    public void VgaTextNeedsNoColours()
    {
        var text = new FramebufferInfo(FramebufferKind.Text, new(0xB8000), 160, 80, 25, 16, default, default, default);
        Multiboot2Builder builder = Multiboot2Builder.Pc()
            .With(Multiboot2Builder.FramebufferType, b => b.Framebuffer(text));

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(text, decoded.Info.Framebuffer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OfTwoRootPointersTheLongOneIsTakenInEitherOrder(bool longFirst)
    {
        byte[][] pointers = longFirst ? [RsdpBytes.Long(), RsdpBytes.Short()] : [RsdpBytes.Short(), RsdpBytes.Long()];
        Multiboot2Builder builder = Multiboot2Builder.Pc()
            .With(Multiboot2Builder.RsdpLongType, b => b.Rsdp(pointers[0]).Rsdp(pointers[1]));

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(new AcpiRoot(AcpiRootKind.Xsdt, new PhysAddr(RsdpBytes.Xsdt)), decoded.Info.Acpi);
    }

    [Fact]
    public void AnEmptyModuleMayLieAnywhere()
    {
        Multiboot2Builder builder = Multiboot2Builder.Pc()
            .With(Multiboot2Builder.ModuleType, b => b.Module(0, 0, "nothing").Module(0x20_0000, 0x20_1000, "some"));

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.True(decoded.Info.Modules[0].Range.IsEmpty);
        Assert.Equal("some", decoded.ModuleText(1));
    }

    [Fact]
    public void TheLongestTextFits()
    {
        string text = new('x', BootText.Capacity - 1);
        Multiboot2Builder builder = Multiboot2Builder.Pc()
            .With(Multiboot2Builder.CommandLineType, b => b.CommandLine(text));

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(text, decoded.CommandLine);
    }
}
