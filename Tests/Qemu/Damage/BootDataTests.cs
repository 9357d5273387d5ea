using System;
using System.Linq;
using System.Text;
using Kernel.Firmware;
using Kernel.Tests.Host.Firmware;
using QemuTests.Crashes;
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
            .Where(static one => !s_elsewhere.Contains(one.Fault)
                && (one.Decoded.Memory.Length > 0 || one.Fault == BootFault.ProtocolUnknown)),
    ];

    public static TheoryData<string> Names => [.. s_cases.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThePanicTellsWhatIsWrong(string name)
    {
        FaultCase one = s_cases.Single(one => one.Name == name);
        using DebuggedMachine machine =
            LoadedKernel.Enter(one.Decoded.Protocol, one.Decoded.Address, one.Decoded.Memory);
        // No command line says that the machine can be ended.
        machine.Stub.Stop(LinkedSymbols.Kernel.AddressOf("cpu_halt"));
        Assert.True(machine.Stub.Continue(), "the machine has ended");
        machine.Running.Expect("The machine is stopped.", Patience.Moment);
        Assert.Contains(
            $"{CrashReport.Start}the boot loader's information is damaged: {Sentence(one.Fault)}",
            machine.Running.PlainLines());
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
        using DebuggedMachine machine = LoadedKernel.Enter(LoadedKernel.Information("debug-exit log=debug")
            .With(Multiboot2Builder.MemoryMapType, builder => builder.MemoryMap(map)));
        Assert.False(machine.Stub.Continue(), "the machine goes on");
        BootRun run = machine.End();
        run.ExpectPassed();
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

    private static FaultCase TooHighCase(string name, BootFault fault, PvhBuilder builder) =>
        new($"{name} too high", fault, TooHigh, Decoded.Pvh(builder.Build()));

    private static string Sentence(BootFault fault) => Encoding.ASCII.GetString(BootFaultText.Describe(fault));
}
