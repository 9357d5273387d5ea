using System.Collections.Generic;
using System.Linq;
using Kernel.Firmware;

namespace Kernel.Tests.Host.Firmware;

/// <summary>
/// Builds PVH start information and all that it points at, in one page of memory
/// (Xen, arch-x86/hvm/start_info.h). Every pointer can be set to lie.
/// </summary>
internal sealed class PvhBuilder
{
    /// <summary>Where the page lies in the simulated machine; the start information comes first in it.</summary>
    public const ulong Address = 0x7000;

    public const ulong ModuleListAddress = Address + 0x100;
    public const ulong MapAddress = Address + 0x400;
    public const ulong RsdpAddress = Address + 0x800;
    public const ulong CommandLineAddress = Address + 0x900;
    public const ulong ModuleTextAddress = Address + 0xE00;
    public const int PageSize = 0x1000;

    public uint Magic { get; set; } = (uint)BootProtocol.Pvh;

    public uint Version { get; set; } = 1;

    public ulong ModuleListPointer { get; set; } = ModuleListAddress;

    public ulong CommandLinePointer { get; set; } = CommandLineAddress;

    public ulong RsdpPointer { get; set; } = RsdpAddress;

    public ulong MapPointer { get; set; } = MapAddress;

    public uint? MapCount { get; set; }

    public uint? ModuleCount { get; set; }

    public string CommandLine { get; set; } = "log=debug test=boot";

    public byte[] Rsdp { get; set; } = RsdpBytes.Long();

    public IReadOnlyList<MapEntry> Map { get; set; } = MapEntry.Pc128MiB;

    /// <summary>Start, size, and where the text is; the last module's text is "init one".</summary>
    public IReadOnlyList<(ulong Start, ulong Size, ulong Text)> Modules { get; set; } =
        [(0x20_0000, 0x1234, ModuleTextAddress)];

    /// <summary>The last bytes of the page.</summary>
    public byte[] TailBytes { get; set; } = [];

    public byte[] Build() => new BlobWriter()
        .U32(Magic, Version, 0, ModuleCount ?? (uint)Modules.Count)
        .U64(ModuleListPointer, CommandLinePointer, RsdpPointer, MapPointer)
        .U32(MapCount ?? (uint)Map.Count, 0)
        .PadTo((int)(ModuleListAddress - Address))
        .U64([.. Modules.SelectMany(static module => new[] { module.Start, module.Size, module.Text, 0UL })])
        .PadTo((int)(MapAddress - Address)).Bytes(MapEntry.Encode([.. Map]))
        .PadTo((int)(RsdpAddress - Address)).Bytes(Rsdp)
        .PadTo((int)(CommandLineAddress - Address)).Text(CommandLine)
        .PadTo((int)(ModuleTextAddress - Address)).Text("init one")
        .PadTo(PageSize - TailBytes.Length).Bytes(TailBytes)
        .ToArray();
}
