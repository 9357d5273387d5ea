using System.Text;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Tests.Host.Firmware;

/// <summary>What the kernel makes of boot information in an otherwise empty machine.</summary>
internal sealed class Decoded
{
    private BootInfo _info;

    private Decoded(BootProtocol protocol, ulong address, byte[] memory)
    {
        Protocol = protocol;
        Address = address;
        Memory = memory;
        Error = BootInfo.Decode(protocol, new PhysAddr(address), ref _info);
    }

    /// <summary>What the loader said that it was.</summary>
    public BootProtocol Protocol { get; }

    /// <summary>Where its information lies.</summary>
    public ulong Address { get; }

    /// <summary>The information; empty where the machine held it already.</summary>
    public byte[] Memory { get; }

    public BootError Error { get; }

    public ref readonly BootInfo Info => ref _info;

    public string CommandLine => Encoding.ASCII.GetString(_info.CommandLine.Text);

    public string LoaderName => Encoding.ASCII.GetString(_info.LoaderName);

    public string ModuleText(int index) => Encoding.ASCII.GetString(_info.Modules[index].CommandLine);

    /// <summary>Decodes what the machine holds already.</summary>
    public static Decoded From(BootProtocol protocol, ulong info) => new(protocol, info, []);

    public static Decoded Multiboot2(byte[] blob, ulong address = Multiboot2Builder.Address) =>
        InNewMachine(BootProtocol.Multiboot2, blob, address);

    public static Decoded Pvh(byte[] page) => InNewMachine(BootProtocol.Pvh, page, PvhBuilder.Address);

    private static Decoded InNewMachine(BootProtocol protocol, byte[] memory, ulong address)
    {
        SimMachine.Reset().AddMemory(address, memory);
        return new Decoded(protocol, address, memory);
    }
}
