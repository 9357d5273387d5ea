using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Kernel.Firmware;
using Kernel.Tests.Host.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>What a multiboot2 loader leaves.</summary>
internal sealed class Multiboot2Target() : BootTarget(BootProtocol.Multiboot2, Multiboot2Builder.Address)
{
    private const int HeaderSize = 8;

    private static FramebufferInfo Text80 =>
        new(FramebufferKind.Text, new(0xB_8000), Pitch: 160, Width: 80, Height: 25, 16, default, default, default);

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Multiboot2Builder.Pc().Build(),
        new Multiboot2Builder()
            .Tag(21, new byte[4])
            .Framebuffer(Text80)
            .Rsdp(RsdpBytes.Short())
            .Module(0x20_0000, 0x20_1000, "a").Module(0x20_1000, 0x20_3000, "").Module(0, 0, "empty")
            .MemoryMap(32, new byte[2 * 32])
            .Tag(Multiboot2Builder.End, [])
            .Build(),
        Multiboot2Builder.Pc().With(
            Multiboot2Builder.CommandLineType, static builder => builder.CommandLine(new string('x', 1024))).Build(),
        WithManyModules(),
    ];

    protected override IReadOnlyList<BootFault> OutOfReach =>
    [
        BootFault.ProtocolUnknown, BootFault.InfoMisaligned, BootFault.PvhMagic, BootFault.PvhVersion,
        BootFault.TextUnreadable, BootFault.MapUnreadable, BootFault.MapEntryCount, BootFault.MapTooManyRegions,
        BootFault.ModuleListUnreadable, BootFault.ModuleBeyondLimit, BootFault.RsdpUnreadable,
    ];

    public override void Repair(Span<byte> input)
    {
        base.Repair(input);
        if (input.Length >= sizeof(uint))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(input, (uint)input.Length);
        }
    }

    protected override void CheckReads(ReadOnlySpan<byte> input)
    {
        uint said = input.Length < HeaderSize ? 0 : NumberAt(input, 0);
        foreach ((ulong start, int length) in Reads)
        {
            Assert.True(start == Multiboot2Builder.Address && (length == HeaderSize || (uint)length == said));
        }
    }

    private static byte[] WithManyModules()
    {
        Multiboot2Builder builder = new Multiboot2Builder().MemoryMap(MapEntry.Pc128MiB);
        for (uint i = 0; i < BootModules.Capacity; i++)
        {
            builder.Module(0x20_0000 + (i << 12), 0x20_1000 + (i << 12), "");
        }

        return builder.Tag(Multiboot2Builder.End, []).Build();
    }
}
