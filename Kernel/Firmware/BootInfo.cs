using System;
using System.Diagnostics.CodeAnalysis;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>
/// What the firmware and the loader said, copied and checked: nothing in it refers to their memory any more. It is
/// large (about 25 KiB): keep one, pass it by reference.
/// </summary>
public struct BootInfo
{
    internal MemoryMap MemoryPart;
    internal FramebufferInfo FramebufferPart;
    internal AcpiRoot AcpiPart;
    internal BootModules ModulesPart;
    internal BootText CommandLinePart;
    internal BootText LoaderPart;

    /// <summary>How the kernel was started.</summary>
    public BootProtocol Protocol { get; private set; }

    /// <summary>Physical memory by kind; some of it is usable.</summary>
    [UnscopedRef]
    public readonly ref readonly MemoryMap Memory => ref MemoryPart;

    /// <summary>The screen, apart from usable memory. PVH never tells of one.</summary>
    public readonly FramebufferInfo Framebuffer => FramebufferPart;

    /// <summary>The ACPI root table, where the firmware has one.</summary>
    public readonly AcpiRoot Acpi => AcpiPart;

    /// <summary>The files that the loader put beside the kernel.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<BootModule> Modules => ModulesPart.All;

    /// <summary>The kernel's command line; empty where none was given.</summary>
    [UnscopedRef]
    public readonly CommandLine CommandLine => new(CommandLinePart.Bytes);

    /// <summary>What the loader calls itself; PVH never tells.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> LoaderName => LoaderPart.Bytes;

    /// <summary>
    /// Decodes and checks everything. On an error <paramref name="result"/> has what came before it: enough, perhaps,
    /// of a command line and a screen to report it on, but no memory to use.
    /// </summary>
    /// <param name="protocol">The magic number with which the kernel was entered.</param>
    /// <param name="info">The address with which it was entered: EBX, in both protocols.</param>
    /// <param name="result">Overwritten, whatever it held.</param>
    public static BootError Decode(BootProtocol protocol, PhysAddr info, ref BootInfo result)
    {
        result = default;
        result.Protocol = protocol;
        BootError error = protocol switch
        {
            BootProtocol.Multiboot2 => Multiboot2.Decode(info, ref result),
            BootProtocol.Pvh => Pvh.Decode(info, ref result),
            _ => new BootError(BootFault.ProtocolUnknown, info),
        };
        return error.IsError ? error : result.Check(info);
    }

    // What only the whole can tell: tags come in any order.
    private BootError Check(PhysAddr info)
    {
        if (MemoryPart.Regions.IsEmpty)
        {
            return new BootError(BootFault.MapMissing, info);
        }

        if (MemoryPart.UsableBytes.Value == 0)
        {
            return new BootError(BootFault.MapUsesNothing, info);
        }

        if (FramebufferPart.Kind != FramebufferKind.None && MemoryPart.TouchesUsable(FramebufferPart.Range))
        {
            // Nobody may report on it: that would overwrite the memory, the kernel's own perhaps.
            PhysAddr where = FramebufferPart.Address;
            FramebufferPart = default;
            return new BootError(BootFault.FramebufferOverMemory, where);
        }

        return ModulesPart.CheckPlaces(in MemoryPart);
    }
}
