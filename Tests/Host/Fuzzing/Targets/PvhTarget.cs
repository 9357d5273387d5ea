using System;
using System.Collections.Generic;
using Kernel.Firmware;
using Kernel.Tests.Host.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>A page with PVH start information and all that it points at; the pointers may lead anywhere.</summary>
internal sealed class PvhTarget() : BootTarget(BootProtocol.Pvh, PvhBuilder.Address)
{
    private const int VersionSize = 8;
    private const int InfoSize = 56;

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        new PvhBuilder().Build(),
        new PvhBuilder
        {
            Rsdp = RsdpBytes.Short(),
            RsdpPointer = PvhBuilder.Address + PvhBuilder.PageSize - 20,
            CommandLine = new string('x', 1023),
            Modules = [(0x20_0000, 0x1000, PvhBuilder.ModuleTextAddress), (0x20_1000, 0x1000, 0), (0, 0, 0)],
            TailBytes = RsdpBytes.Short(),
        }.Build(),
    ];

    public override IReadOnlyList<Range> Places =>
    [
        new(0, 56), new(0, 56), new(0x100, 0x160), new(0x400, 0x490), new(0x800, 0x824), new(0x900, 0x920),
        new(0xE00, 0xE10), Range.All,
    ];

    protected override IReadOnlyList<BootFault> OutOfReach =>
    [
        BootFault.ProtocolUnknown, BootFault.InfoMisaligned, BootFault.InfoSize, BootFault.TagSize,
        BootFault.TagOverrun, BootFault.TagEndMissing, BootFault.TagRepeated, BootFault.EfiBootServicesRunning, BootFault.TextUnterminated,
        BootFault.MapEntrySize, BootFault.MapTooManyRegions, BootFault.ModuleEndsBeforeStart, BootFault.FramebufferType,
        BootFault.FramebufferGeometry, BootFault.FramebufferDepth, BootFault.FramebufferPitch,
        BootFault.FramebufferAddress, BootFault.FramebufferColours, BootFault.FramebufferOverMemory,
    ];

    // Nothing but what the start information points at, and no more of it than it says that there is.
    protected override void CheckReads(ReadOnlySpan<byte> input)
    {
        if (input.Length < InfoSize)
        {
            Assert.All(Reads, static read => Assert.Equal(PvhBuilder.Address, read.Start));
            return;
        }

        (ulong Start, ulong Length)[] allowed =
        [
            (PvhBuilder.Address, VersionSize),
            (PvhBuilder.Address, InfoSize),
            (WordAt(input, 16), NumberAt(input, 12) * 32UL),
            (WordAt(input, 32), 20),
            (WordAt(input, 32), 36),
            (WordAt(input, 40), NumberAt(input, 48) * 24UL),
        ];
        foreach ((ulong start, int length) in Reads)
        {
            Assert.True(length == 1 || allowed.AsSpan().Contains((start, (ulong)length)));
        }
    }

    private static ulong WordAt(ReadOnlySpan<byte> input, int at) =>
        NumberAt(input, at) | (ulong)NumberAt(input, at + sizeof(uint)) << 32;
}
