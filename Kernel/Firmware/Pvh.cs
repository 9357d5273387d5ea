using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>Boot information as PVH gives it: <c>hvm_start_info</c> (Xen, arch-x86/hvm/start_info.h).</summary>
internal static class Pvh
{
    private const int VersionSize = 8;
    private const int InfoSize = 56;

    /// <summary>Decodes what is at <paramref name="info"/>; its parts are not yet checked against each other.</summary>
    public static BootError Decode(PhysAddr info, ref BootInfo result)
    {
        BootFault fault = Open(info, out ReadOnlySpan<byte> bytes);
        if (fault != BootFault.None)
        {
            return new BootError(fault, info);
        }

        uint moduleCount = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
        PhysAddr modules = ReadAddress(bytes[16..]);
        PhysAddr commandLine = ReadAddress(bytes[24..]);
        PhysAddr rsdp = ReadAddress(bytes[32..]);
        PhysAddr map = ReadAddress(bytes[40..]);
        uint mapCount = BinaryPrimitives.ReadUInt32LittleEndian(bytes[48..]);

        BootError error = DecodeText(commandLine, ref result.CommandLinePart);
        if (!error.IsError)
        {
            error = DecodeRsdp(rsdp, ref result.AcpiPart);
        }

        if (!error.IsError)
        {
            error = DecodeMap(map, mapCount, ref result.MemoryPart);
        }

        return error.IsError ? error : PvhModules.Decode(modules, moduleCount, ref result.ModulesPart);
    }

    // Later versions than 1 keep what it has, says the header.
    private static BootFault Open(PhysAddr info, out ReadOnlySpan<byte> bytes)
    {
        if (!Machine.TryReadPhysical(info, VersionSize, out bytes))
        {
            return BootFault.InfoUnreadable;
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != (uint)BootProtocol.Pvh)
        {
            return BootFault.PvhMagic;
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) == 0)
        {
            return BootFault.PvhVersion;
        }

        return Machine.TryReadPhysical(info, InfoSize, out bytes) ? BootFault.None : BootFault.InfoUnreadable;
    }

    // Address 0 says that there is none, here and below.
    internal static BootError DecodeText(PhysAddr address, ref BootText text)
    {
        BootFault fault = address.Value == 0 ? BootFault.None : text.CopyFrom(address);
        return fault == BootFault.None ? BootError.None : new BootError(fault, address);
    }

    private static BootError DecodeRsdp(PhysAddr address, ref AcpiRoot acpi)
    {
        BootFault fault = address.Value == 0 ? BootFault.None : Rsdp.Decode(address, out acpi);
        return fault == BootFault.None ? BootError.None : new BootError(fault, address);
    }

    private static BootError DecodeMap(PhysAddr address, uint count, ref MemoryMap map)
    {
        if (address.Value == 0 || count == 0)
        {
            return new BootError(BootFault.MapMissing, address);
        }

        if (count > MemoryMapEntries.MaximumCount)
        {
            return new BootError(BootFault.MapEntryCount, address);
        }

        int length = (int)count * MemoryMapEntries.EntrySize;
        return Machine.TryReadPhysical(address, length, out ReadOnlySpan<byte> entries)
            ? MemoryMapEntries.Decode(entries, MemoryMapEntries.EntrySize, address, ref map)
            : new BootError(BootFault.MapUnreadable, address);
    }

    internal static PhysAddr ReadAddress(ReadOnlySpan<byte> field) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(field));
}
