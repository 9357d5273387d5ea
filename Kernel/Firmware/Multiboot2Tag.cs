using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>What each kind of multiboot2 tag says (multiboot2 2.0, 3.6).</summary>
internal static class Multiboot2Tag
{
    private const int MapHeaderSize = 8;
    private const int ModuleHeaderSize = 8;

    /// <summary>Puts what the current tag says into <paramref name="result"/>.</summary>
    public static BootError Decode(in Multiboot2Tags tags, ref BootInfo result)
    {
        if (tags.Type == Multiboot2TagType.MemoryMap)
        {
            return DecodeMap(in tags, ref result.MemoryPart);
        }

        BootFault fault = tags.Type switch
        {
            Multiboot2TagType.CommandLine => result.CommandLinePart.CopyFrom(tags.Body),
            Multiboot2TagType.LoaderName => result.LoaderPart.CopyFrom(tags.Body),
            Multiboot2TagType.Module => DecodeModule(tags.Body, ref result.ModulesPart),
            Multiboot2TagType.Framebuffer => Multiboot2Framebuffer.Decode(tags.Body, out result.FramebufferPart),
            Multiboot2TagType.RsdpShort => DecodeRsdp(tags.Body, Rsdp.ShortLength, ref result.AcpiPart),
            Multiboot2TagType.RsdpLong => DecodeRsdp(tags.Body, Rsdp.LongLength, ref result.AcpiPart),
            Multiboot2TagType.EfiBootServices => BootFault.EfiBootServicesRunning,
            _ => BootFault.None,
        };
        return new BootError(fault, fault == BootFault.None ? default : tags.Where);
    }

    // The entry's version does not matter: later ones keep what version 0 has (multiboot2 2.0, 3.6.8).
    private static BootError DecodeMap(in Multiboot2Tags tags, ref MemoryMap map)
    {
        ReadOnlySpan<byte> body = tags.Body;
        if (body.Length < MapHeaderSize)
        {
            return new BootError(BootFault.TagSize, tags.Where);
        }

        uint entrySize = BinaryPrimitives.ReadUInt32LittleEndian(body);
        ReadOnlySpan<byte> entries = body[MapHeaderSize..];
        if (entrySize < MemoryMapEntries.EntrySize || entrySize % 8 != 0 || (uint)entries.Length % entrySize != 0)
        {
            return new BootError(BootFault.MapEntrySize, tags.Where);
        }

        return entries.IsEmpty
            ? new BootError(BootFault.MapMissing, tags.Where)
            : MemoryMapEntries.Decode(entries, (int)entrySize, tags.BodyStart + new ByteCount(MapHeaderSize), ref map);
    }

    private static BootFault DecodeModule(ReadOnlySpan<byte> body, ref BootModules modules)
    {
        if (body.Length < ModuleHeaderSize)
        {
            return BootFault.TagSize;
        }

        uint start = BinaryPrimitives.ReadUInt32LittleEndian(body);
        uint end = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        if (end < start)
        {
            return BootFault.ModuleEndsBeforeStart;
        }

        BootFault fault = modules.Add(new PhysAddr(start), new ByteCount(end - start));
        return fault != BootFault.None ? fault : modules.NewestText.CopyFrom(body[ModuleHeaderSize..]);
    }

    // Loaders give both forms where there are both: the long one knows the wider table.
    private static BootFault DecodeRsdp(ReadOnlySpan<byte> body, int length, ref AcpiRoot acpi)
    {
        if (body.Length < length)
        {
            return BootFault.TagSize;
        }

        BootFault fault = Rsdp.Decode(body[..length], out AcpiRoot root);
        if (fault == BootFault.None && (length == Rsdp.LongLength || acpi.Kind == AcpiRootKind.None))
        {
            acpi = root;
        }

        return fault;
    }
}
