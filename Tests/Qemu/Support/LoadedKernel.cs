using System.Text;
using Kernel.Firmware;
using Kernel.Tests.Host.Firmware;
using QemuTests.Debugging;
using QemuTests.Injection;
using Xunit;

namespace QemuTests.Support;

/// <summary>Machines whose kernel has come to its first C# with a loader's information that a test made.</summary>
internal static class LoadedKernel
{
    /// <summary>A machine of 128 MiB; the information lies at its own address.</summary>
    public static DebuggedMachine Enter(BootProtocol protocol, ulong address, byte[] memory)
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

    /// <summary>The same with multiboot2 information.</summary>
    public static DebuggedMachine Enter(Multiboot2Builder builder) =>
        Enter(BootProtocol.Multiboot2, Multiboot2Builder.Address, builder.Build());

    /// <summary>Runs a machine until it halts for good; it is there still, to be looked at.</summary>
    public static DebuggedMachine RunToHalt(Multiboot2Builder builder)
    {
        DebuggedMachine machine = Enter(builder);
        machine.Stub.Stop(LinkedSymbols.Kernel.AddressOf("cpu_halt"));
        Assert.True(machine.Stub.Continue(), "the machine has ended");
        return machine;
    }

    /// <summary>
    /// What describes that machine: without an archive, with VGA text, and with these words on its command line.
    /// </summary>
    public static Multiboot2Builder Information(string words) => Information(Encoding.UTF8.GetBytes(words));

    /// <summary>The same with any bytes for a command line.</summary>
    public static Multiboot2Builder Information(byte[] words) => Multiboot2Builder.Pc()
        .With(Multiboot2Builder.MemoryMapType, static builder => builder.MemoryMap(MapEntry.Pc128MiB))
        .With(
            Multiboot2Builder.CommandLineType,
            builder => builder.Tag(Multiboot2Builder.CommandLineType, [.. words, 0]))
        .Without(Multiboot2Builder.FramebufferType)
        .Without(Multiboot2Builder.ModuleType);
}
