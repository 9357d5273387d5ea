using System;
using System.Linq;
using System.Text;
using Kernel.Firmware;
using Kernel.Tests.Host.Firmware;
using Machines;
using QemuTests.Crashes;
using QemuTests.Debugging;
using QemuTests.Injection;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Damage;

/// <summary>
/// A loader's information with one thing wrong: the cases of Tests/Host, put into a machine that comes to the kernel's
/// first C#. The panic tells what is wrong.
/// </summary>
public sealed class BootDataTests
{
    // What lies where the simulated machine has no memory can be read in this one.
    private static readonly BootFault[] s_elsewhere =
    [
        BootFault.InfoUnreadable, BootFault.MapUnreadable, BootFault.ModuleListUnreadable, BootFault.RsdpUnreadable,
        BootFault.TextUnreadable,
    ];

    // Further than any table of the boot's reaches.
    private const ulong TooHigh = 1UL << 46;

    private static readonly FaultCase[] s_cases =
    [
        TooHighCase("text", BootFault.TextUnreadable, new PvhBuilder { CommandLinePointer = TooHigh }),
        TooHighCase("root pointer", BootFault.RsdpUnreadable, new PvhBuilder { RsdpPointer = TooHigh }),
        TooHighCase("map", BootFault.MapUnreadable, new PvhBuilder { MapPointer = TooHigh }),
        TooHighCase("module list", BootFault.ModuleListUnreadable, new PvhBuilder { ModuleListPointer = TooHigh }),
        .. Multiboot2FaultCases.All.Concat(FramebufferFaultCases.All).Concat(PvhFaultCases.All)
            .Where(static one => one.Decoded.Memory.Length > 0 && !s_elsewhere.Contains(one.Fault)),
    ];

    public static TheoryData<string> Names => [.. s_cases.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThePanicTellsWhatIsWrong(string name)
    {
        FaultCase one = s_cases.Single(one => one.Name == name);
        using DebuggedMachine machine = Enter(one.Decoded.Protocol, one.Decoded.Address, one.Decoded.Memory);
        // No command line says that the machine can be ended.
        machine.Stub.Stop(LinkedSymbols.Kernel.AddressOf("cpu_halt"));
        Assert.True(machine.Stub.Continue(), "the machine has ended");
        machine.Running.Expect("The machine is stopped.", Patience.Moment);
        Assert.Contains(
            $"{CrashReport.Start}the boot loader's information is damaged: {Sentence(one.Fault)}",
            machine.Running.PlainLines());
    }

    [Theory]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(32)]
    public void AScreenOfAnyDepthIsWrittenOn(byte bits)
    {
        uint pitch = 1024u * bits / 8;
        FramebufferInfo screen = bits == 16
            ? Multiboot2Builder.Screen1024 with { Red = new(11, 5), Green = new(5, 6), Blue = new(0, 5) }
            : Multiboot2Builder.Screen1024;
        byte[] info = Information(builder => builder.Framebuffer(screen with { BitsPerPixel = bits, Pitch = pitch }));
        using DebuggedMachine machine = Enter(BootProtocol.Multiboot2, Multiboot2Builder.Address, info);
        Assert.False(machine.Stub.Continue(), "the machine goes on");
        BootRun run = machine.End();
        Assert.Contains($"screen 1024 by 768 pixels of {bits} bits at ", run.Text, StringComparison.Ordinal);
        Assert.Equal(GuestVerdict.Passed, run.Verdict);
    }

    [Fact]
    public void AMapInPiecesThatOverlapIsPutTogether()
    {
        MapEntry[] map =
        [
            new(0x500_0000, 0x100_0000, MapEntry.Usable), new(0, 0x9_F000, MapEntry.Usable),
            new(0x10_0000, 0x400_0000, MapEntry.Usable), new(0x410_0000, 0xF0_0000, MapEntry.Usable),
            new(0x480_0000, 0x10_0000, MapEntry.Bad), new(0x4F0_0000, 0x20_0000, 3), new(0x4F8_0000, 0x1_0000, 4),
            new(0x550_0000, 0x10_0000, 7), new(0x9_F000, 0x6_1000, 2), new(0xFFFF_FFFF_FFFF_0000, 0xFFFF, 2),
            new(0x5F0_0000, 0, MapEntry.Usable),
        ];
        byte[] info = Information(static _ => { }, map);
        using DebuggedMachine machine = Enter(BootProtocol.Multiboot2, Multiboot2Builder.Address, info);
        Assert.False(machine.Stub.Continue(), "the machine goes on");
        BootRun run = machine.End();
        Assert.Equal(GuestVerdict.Passed, run.Verdict);
        string[] regions =
        [
            .. run.Lines.Where(static line => line.Contains("]   0x", StringComparison.Ordinal))
                .Select(static line => line.Split("  ")[^1]),
        ];
        Assert.Equal(
            [
                "usable", "reserved", "usable", "bad", "usable", "ACPI tables", "ACPI non-volatile", "ACPI tables",
                "usable", "persistent", "usable",
            ],
            regions);
    }

    // Stopped where the kernel's first C# begins, with other arguments.
    private static DebuggedMachine Enter(BootProtocol protocol, ulong address, byte[] memory)
    {
        var machine = new DebuggedMachine("hello", "max");
        GdbStub stub = machine.Stub;
        stub.Stop(LinkedSymbols.Kernel.AddressOf("kmain"));
        Assert.True(stub.Continue(), "the kernel is not come to");
        stub.WriteMemory(address, memory);
        stub.Write(ProcessorRegisters.RdiNumber, (ulong)protocol);
        stub.Write(ProcessorRegisters.RsiNumber, address);
        stub.StopNoMore(LinkedSymbols.Kernel.AddressOf("kmain"));
        return machine;
    }

    // Of a machine of 128 MiB without an archive.
    private static byte[] Information(Action<Multiboot2Builder> screen, params MapEntry[] map) =>
        Multiboot2Builder.Pc()
            .With(Multiboot2Builder.MemoryMapType, builder => builder.MemoryMap(map is [] ? MapEntry.Pc128MiB : map))
            .With(Multiboot2Builder.CommandLineType, static builder => builder.CommandLine("debug-exit log=debug"))
            .With(Multiboot2Builder.FramebufferType, screen)
            .With(Multiboot2Builder.ModuleType, static _ => { })
            .Build();

    private static FaultCase TooHighCase(string name, BootFault fault, PvhBuilder builder) =>
        new($"{name} too high", fault, TooHigh, Decoded.Pvh(builder.Build()));

    private static string Sentence(BootFault fault) => Encoding.ASCII.GetString(BootFaultText.Describe(fault));
}
