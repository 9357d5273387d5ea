using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>Boot information as a multiboot2 loader gives it (multiboot2 2.0, 3.6).</summary>
internal static class Multiboot2
{
    private const int FixedSize = 8;
    private const uint MinimumSize = 16;
    private const uint MaximumSize = 1 << 20;

    /// <summary>Decodes what is at <paramref name="info"/>; its parts are not yet checked against each other.</summary>
    public static BootError Decode(PhysAddr info, ref BootInfo result)
    {
        BootFault fault = Open(info, out ReadOnlySpan<byte> bytes);
        if (fault != BootFault.None)
        {
            return new BootError(fault, info);
        }

        var tags = new Multiboot2Tags(bytes[FixedSize..], info + new ByteCount(FixedSize));
        uint seen = 0;
        while (true)
        {
            fault = tags.MoveNext();
            if (fault == BootFault.None)
            {
                fault = CheckRepetition(tags.Type, ref seen);
            }

            if (fault != BootFault.None)
            {
                return new BootError(fault, tags.Where);
            }

            if (tags.Type == Multiboot2TagType.End)
            {
                return BootError.None;
            }

            BootError error = Multiboot2Tag.Decode(in tags, ref result);
            if (error.IsError)
            {
                return error;
            }
        }
    }

    private static BootFault Open(PhysAddr info, out ReadOnlySpan<byte> bytes)
    {
        if ((info.Value & 7) != 0)
        {
            bytes = default;
            return BootFault.InfoMisaligned;
        }

        if (!Machine.TryReadPhysical(info, FixedSize, out bytes))
        {
            return BootFault.InfoUnreadable;
        }

        uint totalSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (totalSize is < MinimumSize or > MaximumSize)
        {
            return BootFault.InfoSize;
        }

        return Machine.TryReadPhysical(info, (int)totalSize, out bytes) ? BootFault.None : BootFault.InfoUnreadable;
    }

    // Of two command lines or memory maps none can be preferred with reason.
    private static BootFault CheckRepetition(Multiboot2TagType type, ref uint seen)
    {
        const uint single = (1 << (int)Multiboot2TagType.CommandLine) | (1 << (int)Multiboot2TagType.LoaderName)
            | (1 << (int)Multiboot2TagType.MemoryMap) | (1 << (int)Multiboot2TagType.Framebuffer)
            | (1 << (int)Multiboot2TagType.RsdpShort) | (1 << (int)Multiboot2TagType.RsdpLong);
        uint bit = (uint)type < 32 ? 1U << (int)type : 0;
        bool repeated = (seen & bit & single) != 0;
        seen |= bit;
        return repeated ? BootFault.TagRepeated : BootFault.None;
    }
}
