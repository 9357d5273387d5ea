using System;
using System.Linq;
using Kernel.Firmware;
using Kernel.Tests.Host.Console;
using Kernel.Tests.Host.Firmware;
using QemuTests.Injection;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Screens;

/// <summary>Screens of other sizes and layouts than QEMU has; the loader tells of them, and they are plain memory.</summary>
public sealed class LayoutTests
{
    private const ulong Place = 0x400_0000;
    private const ulong Room = 0x200_0000;

    // A piece of the 128 MiB is not memory, says the map.
    private static MapEntry[] Map =>
        [.. MapEntry.Pc128MiB.Where(static entry => entry.Start < 0x10_0000),
            new(0x10_0000, Place - 0x10_0000, MapEntry.Usable), new(Place, Room, MapEntry.Reserved),
            new(Place + Room, 0x1FE_0000, MapEntry.Usable)];

    [Theory]
    [InlineData("rgb565", 1024, 768, 1, 128)]
    [InlineData("bgr888", 800, 600, 1, 100)]
    [InlineData("rgbx8888", 1024, 768, 1, 128)]
    [InlineData("xrgb2101010", 640, 480, 1, 80)]
    [InlineData("xrgb1555", 2560, 1440, 2, 160)]
    // Wider and higher than the kernel's memory of what it shows.
    [InlineData("rgb888", 2048, 1700, 1, 240)]
    [InlineData("rgb565", 5120, 1600, 4, 160)]
    public void TheLogCanBeRead(string format, uint width, uint height, int scale, int columns)
    {
        FramebufferInfo screen = Formats.Create(format, width, height, spareBytes: 64) with { Address = new(Place) };
        using DebuggedMachine machine = LoadedKernel.RunToHalt(Information(screen));
        string[] shown = [.. FontReader.Read(DrawnMemory.Read(machine.Running, screen, scale))
            .Where(static row => row.StartsWith('['))];
        Assert.Contains(
            shown, row => row.Contains($"screen {width} by {height} pixels of {screen.BitsPerPixel} bits at ",
                StringComparison.Ordinal));
        string[] log = [.. machine.Running.PlainLines().Where(static line => line.StartsWith('['))
            .SelectMany(line => line.Chunk(columns).Take(1).Select(static part => new string(part).TrimEnd()))];
        Assert.Equal(log, shown);
    }

    [Theory]
    [InlineData(7u, 768u)]
    [InlineData(1024u, 15u)]
    public void AScreenTooSmallForALetterIsLeftAsItIs(uint width, uint height)
    {
        FramebufferInfo screen = Formats.Create("xrgb8888", width, height) with { Address = new(Place) };
        using DebuggedMachine machine = LoadedKernel.Enter(Information(screen));
        byte[] before = [.. Enumerable.Range(0, (int)screen.Size.Value).Select(static i => (byte)(i * 7))];
        machine.Stub.WriteMemory(Place, before);
        machine.Stub.Stop(LinkedSymbols.Kernel.AddressOf("cpu_halt"));
        Assert.True(machine.Stub.Continue(), "the machine has ended");
        machine.Running.Expect("nothing more to do", Patience.Moment);
        Assert.Equal(before, DrawnMemory.Bytes(machine.Running, screen));
    }

    private static Multiboot2Builder Information(FramebufferInfo screen) => LoadedKernel.Information("log=debug")
        .With(Multiboot2Builder.MemoryMapType, static builder => builder.MemoryMap(Map))
        .With(Multiboot2Builder.End, builder => builder.Framebuffer(screen).Tag(Multiboot2Builder.End, []));
}
