using System.Linq;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class PvhTests
{
    [Fact]
    public void WhatQemuGivesIsDecodedToTheLastField()
    {
        Decoded decoded = Decoded.Pvh(new PvhBuilder().Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(BootProtocol.Pvh, decoded.Info.Protocol);
        Assert.Equal("log=debug test=boot", decoded.CommandLine);
        Assert.Equal("", decoded.LoaderName);
        Assert.Equal(default, decoded.Info.Framebuffer);
        Assert.Equal(new AcpiRoot(AcpiRootKind.Xsdt, new PhysAddr(RsdpBytes.Xsdt)), decoded.Info.Acpi);
        Assert.Equal(1, decoded.Info.Modules.Length);
        Assert.Equal(Samples.Range(0x20_0000, 0x20_1234), decoded.Info.Modules[0].Range);
        Assert.Equal("init one", decoded.ModuleText(0));
        Assert.Equal(Samples.Pc128MiB, decoded.Info.Memory.Regions.ToArray());
        Soundness.Check(in decoded.Info);
    }

    [Fact]
    public void PointersOfZeroMeanAbsent()
    {
        var builder = new PvhBuilder
        {
            CommandLinePointer = 0,
            RsdpPointer = 0,
            ModuleListPointer = 0,
            ModuleCount = 0,
        };

        Decoded decoded = Decoded.Pvh(builder.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal("", decoded.CommandLine);
        Assert.Equal(default, decoded.Info.Acpi);
        Assert.True(decoded.Info.Modules.IsEmpty);
    }

    [Fact]
    public void AModuleMayLackAText()
    {
        Decoded decoded = Decoded.Pvh(new PvhBuilder { Modules = [(0x20_0000, 0x1000, 0)] }.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal("", decoded.ModuleText(0));
    }

    [Fact]
    public void ALaterVersionIsReadLikeTheFirstWithAMap() =>
        Assert.Equal(BootError.None, Decoded.Pvh(new PvhBuilder { Version = 2 }.Build()).Error);

    [Fact]
    public void ATextMayEndWithTheMemory()
    {
        SimMachine machine = SimMachine.Reset();
        machine.AddMemory(PvhBuilder.Address, new PvhBuilder { CommandLinePointer = 0x9000 }.Build());
        machine.AddMemory(0x9000, (byte[])[.. "log=info\0"u8]);

        Decoded decoded = Decoded.From(BootProtocol.Pvh, PvhBuilder.Address);

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal("log=info", decoded.CommandLine);
    }

    [Fact]
    public void TypesOfMemoryAreTheBiosesAndUnknownOnesAreReserved()
    {
        MapEntry[] map = [.. Enumerable.Range(0, 10)
            .Select(static type => new MapEntry((ulong)type << 12, 0x800, (uint)type))];

        Decoded decoded = Decoded.Pvh(new PvhBuilder { Map = map, Modules = [] }.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(
            [
                MemoryKind.Reserved, MemoryKind.Usable, MemoryKind.Reserved, MemoryKind.AcpiReclaimable,
                MemoryKind.AcpiNonVolatile, MemoryKind.Bad, MemoryKind.Reserved, MemoryKind.Persistent,
                MemoryKind.Reserved, MemoryKind.Reserved,
            ],
            decoded.Info.Memory.Regions.ToArray().Select(static region => region.Kind));
    }

    [Fact]
    public void UsableMemoryMayReachTheLimit()
    {
        ulong limit = PhysAddr.Limit.Value;
        MapEntry[] map = [.. MapEntry.Pc128MiB, new(limit - 0x1000, 0x1000, MapEntry.Usable)];

        Decoded decoded = Decoded.Pvh(new PvhBuilder { Map = map }.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(PhysAddr.Limit, decoded.Info.Memory.UsableEnd);
    }

    [Fact]
    public void ReservedMemoryBeyondTheLimitIsCutOffThere()
    {
        ulong limit = PhysAddr.Limit.Value;
        MapEntry[] map =
        [
            .. MapEntry.Pc128MiB,
            new(limit - 0x1000, 0x2000, MapEntry.Reserved),
            new(limit + 0x5000, 0x2000, MapEntry.Bad),
            new(limit + 0x9000, 0, MapEntry.Usable),
        ];

        Decoded decoded = Decoded.Pvh(new PvhBuilder { Map = map }.Build());

        Assert.Equal(BootError.None, decoded.Error);
        Assert.Equal(
            [.. Samples.Pc128MiB, Samples.Region(limit - 0x1000, limit, MemoryKind.Reserved)],
            decoded.Info.Memory.Regions.ToArray());
    }

    [Fact]
    public void AnOldRootPointerGivesTheRsdt()
    {
        Decoded decoded = Decoded.Pvh(new PvhBuilder { Rsdp = RsdpBytes.Short() }.Build());

        Assert.Equal(new AcpiRoot(AcpiRootKind.Rsdt, new PhysAddr(RsdpBytes.Rsdt)), decoded.Info.Acpi);
    }

    [Fact]
    public void ANewRootPointerWithoutXsdtGivesTheRsdt()
    {
        Decoded decoded = Decoded.Pvh(new PvhBuilder { Rsdp = RsdpBytes.Long(xsdt: 0) }.Build());

        Assert.Equal(new AcpiRoot(AcpiRootKind.Rsdt, new PhysAddr(RsdpBytes.Rsdt)), decoded.Info.Acpi);
    }
}
