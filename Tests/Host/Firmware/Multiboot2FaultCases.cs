using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Firmware;

namespace Kernel.Tests.Host.Firmware;

/// <summary>Sound multiboot2 information with one thing wrong in each.</summary>
internal static class Multiboot2FaultCases
{
    private const ulong Info = Multiboot2Builder.Address;

    public static IEnumerable<FaultCase> All => Whole.Concat(Tags).Concat(Maps).Concat(Modules).Concat(Pointers);

    private static IEnumerable<FaultCase> Whole =>
    [
        new("magic of multiboot 1", BootFault.ProtocolUnknown, Info, Decoded.From((BootProtocol)0x2BADB002, Info)),
        new("misaligned", BootFault.InfoMisaligned, 0x1_0004,
            Decoded.Multiboot2(Multiboot2Builder.Pc().Build(), 0x1_0004)),
        new("no memory at all", BootFault.InfoUnreadable, Info, Decoded.Multiboot2([])),
        new("memory ends early", BootFault.InfoUnreadable, Info,
            Decoded.Multiboot2(Multiboot2Builder.Pc().Build()[..^1])),
        new("total size of 15", BootFault.InfoSize, Info,
            Decoded.Multiboot2(Multiboot2Builder.Pc().TotalSize(15).Build())),
        new("total size over 1 MiB", BootFault.InfoSize, Info,
            Decoded.Multiboot2(Multiboot2Builder.Pc().TotalSize(0x10_0001).Build())),
        new("total size of 4 GiB", BootFault.InfoSize, Info,
            Decoded.Multiboot2(Multiboot2Builder.Pc().TotalSize(uint.MaxValue).Build())),
    ];

    private static IEnumerable<FaultCase> Tags =>
    [
        Case("size 0", BootFault.TagSize, 4, b => b.Tag(4, [], size: 0)),
        Case("size 7", BootFault.TagSize, 4, b => b.Tag(4, [], size: 7)),
        Case("size beyond the end", BootFault.TagOverrun, 4, b => b.Tag(4, [], size: 0x1000)),
        Case("size of 4 GiB", BootFault.TagOverrun, 4, b => b.Tag(4, [], size: uint.MaxValue)),
        NoEnd(),
        Case("two command lines", BootFault.TagRepeated, Multiboot2Builder.CommandLineType,
            b => b.CommandLine("a").CommandLine("b"), nth: 1),
        Case("two maps", BootFault.TagRepeated, Multiboot2Builder.MemoryMapType,
            b => b.MemoryMap(MapEntry.Pc128MiB).MemoryMap(MapEntry.Pc128MiB), nth: 1),
        Case("two screens", BootFault.TagRepeated, Multiboot2Builder.FramebufferType,
            b => b.Framebuffer(Multiboot2Builder.Screen1024).Framebuffer(Multiboot2Builder.Screen1024), nth: 1),
        Case("two loader names", BootFault.TagRepeated, Multiboot2Builder.LoaderNameType,
            b => b.LoaderName("a").LoaderName("b"), nth: 1),
        Case("two root pointers", BootFault.TagRepeated, Multiboot2Builder.RsdpLongType,
            b => b.Rsdp(RsdpBytes.Long()).Rsdp(RsdpBytes.Long()), nth: 1),
        Case("boot services", BootFault.EfiBootServicesRunning, 18, b => b.Tag(18, []), replaced: 4),
        Case("empty command line tag", BootFault.TextUnterminated, Multiboot2Builder.CommandLineType,
            b => b.Tag(Multiboot2Builder.CommandLineType, [])),
        Case("unterminated command line", BootFault.TextUnterminated, Multiboot2Builder.CommandLineType,
            b => b.Tag(Multiboot2Builder.CommandLineType, [.. "log=info"u8])),
        Case("unterminated loader name", BootFault.TextUnterminated, Multiboot2Builder.LoaderNameType,
            b => b.Tag(Multiboot2Builder.LoaderNameType, [.. "GRUB"u8])),
        Case("command line one too long", BootFault.TextTooLong, Multiboot2Builder.CommandLineType,
            b => b.CommandLine(new string('x', BootText.Capacity))),
    ];

    private static IEnumerable<FaultCase> Maps =>
    [
        Case("map tag without its header", BootFault.TagSize, Multiboot2Builder.MemoryMapType,
            b => b.Tag(Multiboot2Builder.MemoryMapType, [24, 0, 0, 0])),
        MapCase("entry size 0", BootFault.MapEntrySize, b => b.MemoryMap(0, MapEntry.Encode(MapEntry.Pc128MiB))),
        MapCase("entry size 16", BootFault.MapEntrySize, b => b.MemoryMap(16, MapEntry.Encode(MapEntry.Pc128MiB))),
        MapCase("entry size 36", BootFault.MapEntrySize, b => b.MemoryMap(36, MapEntry.Encode(MapEntry.Pc128MiB))),
        MapCase("entry size of 4 GiB", BootFault.MapEntrySize,
            b => b.MemoryMap(0xFFFF_FFF8, MapEntry.Encode(MapEntry.Pc128MiB))),
        MapCase("last entry cut off", BootFault.MapEntrySize,
            b => b.MemoryMap(24, MapEntry.Encode(MapEntry.Pc128MiB)[..^8])),
        MapCase("map without entries", BootFault.MapMissing, b => b.MemoryMap()),
        Case("no map", BootFault.MapMissing, Multiboot2Builder.MemoryMapType, static _ => { }, where: Info),
        Case("map of empty regions", BootFault.MapMissing, Multiboot2Builder.MemoryMapType,
            b => b.MemoryMap(new MapEntry(0x1000, 0, MapEntry.Usable)), where: Info),
        Case("nothing usable", BootFault.MapUsesNothing, Multiboot2Builder.MemoryMapType,
            b => b.MemoryMap(new MapEntry(0, 0x1000_0000, MapEntry.Reserved)), where: Info),
        Case("all usable memory reserved too", BootFault.MapUsesNothing, Multiboot2Builder.MemoryMapType,
            b => b.MemoryMap([.. MapEntry.Pc128MiB, new(0, 0x1000_0000, MapEntry.Bad)]), where: Info),
        MapCase("too many entries", BootFault.MapEntryCount,
            b => b.MemoryMap([.. Enumerable.Repeat(MapEntry.Pc128MiB[0], 4097)]), inside: 16),
        MapCase("second region wraps", BootFault.MapRegionWraps,
            b => b.MemoryMap(MapEntry.Pc128MiB[0], new(ulong.MaxValue - 0xFFF, 0x1001, MapEntry.Reserved)), inside: 40),
        MapCase("usable beyond the limit", BootFault.MapRegionBeyondLimit,
            b => b.MemoryMap(new MapEntry((1UL << 52) - 0x1000, 0x1001, MapEntry.Usable)), inside: 16),
        MapCase("257 regions apart", BootFault.MapTooManyRegions,
            b => b.MemoryMap([.. Enumerable.Range(0, 257).Select(static i => new MapEntry((ulong)i * 0x2000, 1, 1))]),
            inside: 16 + (256 * 24)),
    ];

    private static IEnumerable<FaultCase> Modules =>
    [
        ModuleCase("module tag without its header", BootFault.TagSize,
            b => b.Tag(Multiboot2Builder.ModuleType, [1, 2, 3, 4, 5, 6, 7])),
        ModuleCase("ends before it starts", BootFault.ModuleEndsBeforeStart, b => b.Module(0x20_0001, 0x20_0000, "")),
        ModuleCase("unterminated module text", BootFault.TextUnterminated,
            b => b.Tag(Multiboot2Builder.ModuleType, new BlobWriter().U32(0x20_0000, 0x20_1000).U8(65).ToArray())),
        ModuleCase("module text too long", BootFault.TextTooLong,
            b => b.Module(0x20_0000, 0x20_1000, new string('x', BootText.Capacity))),
        ModuleCase("seventeen modules", BootFault.ModuleTooMany, nth: 16, change: static b =>
        {
            for (uint i = 0; i < 17; i++)
            {
                b.Module(0x20_0000 + (i * 0x1000), 0x20_1000 + (i * 0x1000), "m");
            }
        }),
        ModuleCase("module in a hole", BootFault.ModuleOutsideMemory,
            b => b.Module(0x1000_0000, 0x1000_1000, ""), where: 0x1000_0000),
        ModuleCase("module runs into reserved memory", BootFault.ModuleOutsideMemory,
            b => b.Module(0x7FD_F000, 0x7FE_0001, ""), where: 0x7FD_F000),
        ModuleCase("modules share a byte", BootFault.ModulesOverlap,
            b => b.Module(0x30_0000, 0x30_1001, "").Module(0x30_1000, 0x30_2000, ""), where: 0x30_1000),
        ModuleCase("module inside another", BootFault.ModulesOverlap,
            b => b.Module(0x30_0000, 0x30_4000, "").Module(0x30_1000, 0x30_2000, ""), where: 0x30_1000),
    ];

    private static IEnumerable<FaultCase> Pointers =>
    [
        Case("short root pointer cut off", BootFault.TagSize, Multiboot2Builder.RsdpShortType,
            b => b.Tag(Multiboot2Builder.RsdpShortType, RsdpBytes.Short()[..^1]),
            replaced: Multiboot2Builder.RsdpLongType),
        Case("long root pointer cut off", BootFault.TagSize, Multiboot2Builder.RsdpLongType,
            b => b.Tag(Multiboot2Builder.RsdpLongType, RsdpBytes.Long()[..^1])),
        Case("checksum of a copy", BootFault.RsdpChecksum, Multiboot2Builder.RsdpLongType,
            b => b.Tag(Multiboot2Builder.RsdpLongType, [.. RsdpBytes.Long()[..^1], 1])),
    ];

    /// <summary>The PC's information with one type's tags replaced; the fault is at the nth of them.</summary>
    public static FaultCase Case(
        string name,
        BootFault fault,
        uint type,
        Action<Multiboot2Builder> change,
        int nth = 0,
        ulong? where = null,
        ulong inside = 0,
        uint? replaced = null)
    {
        Multiboot2Builder builder = Multiboot2Builder.Pc().With(replaced ?? type, change);
        Decoded decoded = Decoded.Multiboot2(builder.Build());
        return new FaultCase(name, fault, where ?? (builder.AddressOf(type, nth) + inside), decoded);
    }

    private static FaultCase MapCase(
        string name, BootFault fault, Action<Multiboot2Builder> change, ulong inside = 0) =>
        Case(name, fault, Multiboot2Builder.MemoryMapType, change, inside: inside);

    private static FaultCase ModuleCase(
        string name, BootFault fault, Action<Multiboot2Builder> change, int nth = 0, ulong? where = null) =>
        Case(name, fault, Multiboot2Builder.ModuleType, change, nth, where);

    private static FaultCase NoEnd()
    {
        byte[] blob = Multiboot2Builder.Pc().Without(Multiboot2Builder.End).Build();
        ulong end = Info + (ulong)blob.Length;
        return new FaultCase("no end tag", BootFault.TagEndMissing, end, Decoded.Multiboot2(blob));
    }
}
