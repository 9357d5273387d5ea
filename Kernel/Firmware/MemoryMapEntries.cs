using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>
/// The firmware's list of regions. Multiboot2 (2.0, 3.6.8) and PVH (Xen, arch-x86/hvm/start_info.h) share its form:
/// address and size of 64 bits each, a type, 32 reserved bits. The types are the BIOS's (ACPI 6.4, table 15.1).
/// </summary>
internal static class MemoryMapEntries
{
    /// <summary>The bytes of an entry; a multiboot2 loader may append more.</summary>
    public const int EntrySize = 24;

    /// <summary>The most entries that are believed: no real map comes near, and each one costs time.</summary>
    public const int MaximumCount = 4096;

    /// <summary>
    /// Adds all entries to <paramref name="map"/>. <paramref name="bytes"/> holds whole entries of
    /// <paramref name="entrySize"/> bytes; <paramref name="where"/> is the first one's address.
    /// </summary>
    public static BootError Decode(ReadOnlySpan<byte> bytes, int entrySize, PhysAddr where, ref MemoryMap map)
    {
        if (bytes.Length / entrySize > MaximumCount)
        {
            return new BootError(BootFault.MapEntryCount, where);
        }

        for (int offset = 0; offset < bytes.Length; offset += entrySize)
        {
            BootFault fault = DecodeEntry(bytes.Slice(offset, EntrySize), ref map);
            if (fault != BootFault.None)
            {
                return new BootError(fault, where + new ByteCount((ulong)offset));
            }
        }

        return BootError.None;
    }

    private static BootFault DecodeEntry(ReadOnlySpan<byte> entry, ref MemoryMap map)
    {
        ulong start = BinaryPrimitives.ReadUInt64LittleEndian(entry);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]);
        MemoryKind kind = ToKind(BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]));
        if (length > ulong.MaxValue - start)
        {
            return BootFault.MapRegionWraps;
        }

        ulong end = start + length;
        if (length > 0 && end > PhysAddr.Limit.Value && kind == MemoryKind.Usable)
        {
            return BootFault.MapRegionBeyondLimit;
        }

        // Of memory that is not to be used, what no processor can address may be left out.
        var range = new PhysRange(Clamp(start), Clamp(end));
        return map.TryAdd(new MemoryRegion(range, kind)) ? BootFault.None : BootFault.MapTooManyRegions;
    }

    private static PhysAddr Clamp(ulong address) =>
        address < PhysAddr.Limit.Value ? new PhysAddr(address) : PhysAddr.Limit;

    private static MemoryKind ToKind(uint type) => type switch
    {
        1 => MemoryKind.Usable,
        3 => MemoryKind.AcpiReclaimable,
        4 => MemoryKind.AcpiNonVolatile,
        5 => MemoryKind.Bad,
        7 => MemoryKind.Persistent,
        _ => MemoryKind.Reserved,
    };
}
