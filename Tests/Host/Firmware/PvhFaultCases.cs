using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Firmware;
using Kernel.Machines;

namespace Kernel.Tests.Host.Firmware;

/// <summary>Sound PVH start information with one thing wrong in each.</summary>
internal static class PvhFaultCases
{
    private const ulong Nowhere = 0x4000_0000;
    private const ulong PageEnd = PvhBuilder.Address + PvhBuilder.PageSize;

    public static IEnumerable<FaultCase> All => Whole.Concat(Maps).Concat(Modules).Concat(Pointers);

    private static IEnumerable<FaultCase> Whole =>
    [
        new("nothing there", BootFault.InfoUnreadable, Nowhere, AtNowhere()),
        new("version 0's size", BootFault.InfoUnreadable, PvhBuilder.Address,
            Decoded.Pvh(new PvhBuilder().Build()[..40])),
        Case("magic", BootFault.PvhMagic, PvhBuilder.Address, new PvhBuilder { Magic = 0x336EC579 }),
        Case("version 0", BootFault.PvhVersion, PvhBuilder.Address, new PvhBuilder { Version = 0 }),
        Case("text nowhere", BootFault.TextUnreadable, Nowhere, new PvhBuilder { CommandLinePointer = Nowhere }),
        Case("text at the very end", BootFault.TextUnreadable, ulong.MaxValue,
            new PvhBuilder { CommandLinePointer = ulong.MaxValue }),
        Case("text too long", BootFault.TextTooLong, PvhBuilder.CommandLineAddress,
            new PvhBuilder { CommandLine = new string('x', BootText.Capacity) }),
        Unterminated(),
        WrappingText(),
    ];

    private static IEnumerable<FaultCase> Maps =>
    [
        Case("no map", BootFault.MapMissing, 0, new PvhBuilder { MapPointer = 0 }),
        Case("no entries", BootFault.MapMissing, PvhBuilder.MapAddress, new PvhBuilder { MapCount = 0 }),
        Case("map nowhere", BootFault.MapUnreadable, Nowhere, new PvhBuilder { MapPointer = Nowhere }),
        Case("map beyond the memory", BootFault.MapUnreadable, PvhBuilder.MapAddress,
            new PvhBuilder { MapCount = 129 }),
        Case("4097 entries", BootFault.MapEntryCount, PvhBuilder.MapAddress, new PvhBuilder { MapCount = 4097 }),
        Case("4 Gi entries", BootFault.MapEntryCount, PvhBuilder.MapAddress,
            new PvhBuilder { MapCount = uint.MaxValue }),
        Case("region wraps", BootFault.MapRegionWraps, PvhBuilder.MapAddress + 24,
            new PvhBuilder { Map = [MapEntry.Pc128MiB[0], new(2, ulong.MaxValue - 1, MapEntry.Reserved)] }),
        Case("usable beyond the limit", BootFault.MapRegionBeyondLimit, PvhBuilder.MapAddress,
            new PvhBuilder { Map = [new(1UL << 53, 1, MapEntry.Usable)] }),
    ];

    private static IEnumerable<FaultCase> Modules =>
    [
        Case("17 modules", BootFault.ModuleTooMany, PvhBuilder.ModuleListAddress, new PvhBuilder { ModuleCount = 17 }),
        Case("4 Gi modules", BootFault.ModuleTooMany, PvhBuilder.ModuleListAddress,
            new PvhBuilder { ModuleCount = uint.MaxValue }),
        WithoutList(),
        Case("module list nowhere", BootFault.ModuleListUnreadable, Nowhere,
            new PvhBuilder { ModuleListPointer = Nowhere }),
        Case("module list beyond the memory", BootFault.ModuleListUnreadable, PageEnd - 32,
            new PvhBuilder { ModuleListPointer = PageEnd - 32, ModuleCount = 2 }),
        Case("second module wraps", BootFault.ModuleBeyondLimit, PvhBuilder.ModuleListAddress + 32,
            new PvhBuilder { Modules = [(0x20_0000, 1, 0), (0x30_0000, ulong.MaxValue, 0)] }),
        Case("module beyond the limit", BootFault.ModuleBeyondLimit, PvhBuilder.ModuleListAddress,
            new PvhBuilder { Modules = [((1UL << 52) + 1, 0, 0)] }),
        Case("module text nowhere", BootFault.TextUnreadable, Nowhere,
            new PvhBuilder { Modules = [(0x20_0000, 1, Nowhere)] }),
        Case("module beyond memory", BootFault.ModuleOutsideMemory, 0x800_0000,
            new PvhBuilder { Modules = [(0x800_0000, 1, 0)] }),
        Case("modules overlap", BootFault.ModulesOverlap, 0x20_0000,
            new PvhBuilder { Modules = [(0x20_0000, 2, 0), (0x20_0000, 1, 0)] }),
    ];

    private static IEnumerable<FaultCase> Pointers =>
    [
        Case("root pointer nowhere", BootFault.RsdpUnreadable, Nowhere, new PvhBuilder { RsdpPointer = Nowhere }),
        Case("root pointer cut off after 20 bytes", BootFault.RsdpUnreadable, PageEnd - 20, CutRsdp(20)),
        Case("root pointer cut off after 19 bytes", BootFault.RsdpUnreadable, PageEnd - 19, CutRsdp(19)),
        Rsdp("signature", BootFault.RsdpSignature, [.. "RSD PTR_"u8, .. RsdpBytes.Long()[8..]]),
        Rsdp("short checksum", BootFault.RsdpChecksum, [.. RsdpBytes.Short()[..19], 1]),
        Rsdp("first checksum of the long form", BootFault.RsdpChecksum, ShiftSum(RsdpBytes.Long())),
        Rsdp("second checksum", BootFault.RsdpChecksum, [.. RsdpBytes.Long()[..35], 1]),
        Rsdp("length", BootFault.RsdpLength, RsdpBytes.Long(length: 40)),
        Rsdp("no RSDT", BootFault.RsdpTable, RsdpBytes.Short(rsdt: 0)),
        Rsdp("neither table", BootFault.RsdpTable, RsdpBytes.Long(xsdt: 0, rsdt: 0)),
        Rsdp("XSDT beyond the limit", BootFault.RsdpTable, RsdpBytes.Long(xsdt: 1UL << 52)),
    ];

    private static FaultCase Case(string name, BootFault fault, ulong where, PvhBuilder builder) =>
        new("PVH " + name, fault, where, Decoded.Pvh(builder.Build()));

    private static FaultCase Rsdp(string name, BootFault fault, byte[] rsdp) =>
        Case(name, fault, PvhBuilder.RsdpAddress, new PvhBuilder { Rsdp = rsdp });

    private static Decoded AtNowhere()
    {
        SimMachine.Reset().AddMemory(PvhBuilder.Address, new PvhBuilder().Build());
        return Decoded.From(BootProtocol.Pvh, Nowhere);
    }

    // Runs from its start to the end of the page without a zero byte.
    private static FaultCase Unterminated()
    {
        byte[] page = new PvhBuilder { CommandLinePointer = PageEnd - 5 }.Build();
        page.AsSpan(PvhBuilder.PageSize - 5).Fill((byte)'x');
        return new FaultCase("PVH text without end", BootFault.TextUnreadable, PageEnd - 5, Decoded.Pvh(page));
    }

    // A text at the last address does not go on at the first.
    private static FaultCase WrappingText()
    {
        SimMachine machine = SimMachine.Reset();
        machine.AddMemory(PvhBuilder.Address, new PvhBuilder { CommandLinePointer = ulong.MaxValue }.Build());
        machine.AddMemory(ulong.MaxValue, (byte[])[(byte)'a']);
        machine.AddMemory(0, new byte[0x1000]);
        Decoded decoded = Decoded.From(BootProtocol.Pvh, PvhBuilder.Address);
        return new FaultCase("PVH text wraps", BootFault.TextUnreadable, ulong.MaxValue, decoded);
    }

    // There is memory at 0, but nothing is ever put there.
    private static FaultCase WithoutList()
    {
        SimMachine machine = SimMachine.Reset();
        machine.AddMemory(PvhBuilder.Address, new PvhBuilder { ModuleListPointer = 0 }.Build());
        machine.AddMemory(0, new byte[0x1000]);
        Decoded decoded = Decoded.From(BootProtocol.Pvh, PvhBuilder.Address);
        return new FaultCase("PVH modules without a list", BootFault.ModuleListUnreadable, 0, decoded);
    }

    private static PvhBuilder CutRsdp(int kept) => new()
    {
        RsdpPointer = PageEnd - (ulong)kept,
        TailBytes = RsdpBytes.Long()[..kept],
    };

    // Keeps the sum over all bytes, breaks the one over the first twenty.
    private static byte[] ShiftSum(byte[] rsdp)
    {
        rsdp[9]++;
        rsdp[33]--;
        return rsdp;
    }
}
