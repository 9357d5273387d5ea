using System;
using System.Linq;
using Kernel.Firmware;
using Kernel.Tests.Host.Firmware;
using QemuTests.Injection;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Damage;

/// <summary>What a loader may bring besides one archive: more modules, none at all, no name, no ACPI.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void ManyModulesAreListedAndTheFirstIsTheArchive()
    {
        BootRun run = Run(LoadedKernel.Information("debug-exit").With(Multiboot2Builder.End, static builder =>
        {
            for (uint i = 0; i < 16; i++)
            {
                builder.Module(0x400_0000 + (i * 0x1000), 0x400_0800 + (i * 0x1000), $"module {i}");
            }

            // One that nobody knows yet.
            builder.Tag(77, [1, 2, 3]).Tag(Multiboot2Builder.End, []);
        }));
        Assert.All(
            Enumerable.Range(0, 16),
            i => Assert.Contains($"module \"module {i}\", 2 KiB at 0x{0x400_0000 + (i * 0x1000):x}", run.Text));
        Assert.Contains("the archive of programs is damaged at byte 0: build it anew", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ALoaderMayHaveNoNameAndTheFirmwareNoTables()
    {
        BootRun run = Run(LoadedKernel.Information("debug-exit")
            .Without(Multiboot2Builder.LoaderNameType).Without(Multiboot2Builder.RsdpLongType));
        Assert.Contains("started by PVH, no ACPI, command line \"debug-exit\"", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoRootPointersTheLongOneCounts()
    {
        BootRun run = Run(LoadedKernel.Information("debug-exit")
            .With(Multiboot2Builder.RsdpLongType, static builder => builder.Rsdp(RsdpBytes.Long()).Rsdp(RsdpBytes.Short())));
        Assert.Contains(", ACPI, command line", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ByPvhTheFirmwareMayHaveNoTablesEither()
    {
        var builder = new PvhBuilder { RsdpPointer = 0, CommandLine = "debug-exit", ModuleCount = 0 };
        BootRun run = Run(LoadedKernel.Enter(BootProtocol.Pvh, PvhBuilder.Address, builder.Build()));
        Assert.Contains("started by PVH, no ACPI, command line \"debug-exit\"", run.Text, StringComparison.Ordinal);
    }

    private static BootRun Run(Multiboot2Builder builder) => Run(LoadedKernel.Enter(builder));

    private static BootRun Run(DebuggedMachine started)
    {
        using DebuggedMachine machine = started;
        Assert.False(machine.Stub.Continue(), "the machine goes on");
        BootRun run = machine.End();
        run.ExpectPassed();
        return run;
    }
}
