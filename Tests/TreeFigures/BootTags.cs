using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace TreeFigures;

/// <summary>What a boot loader tells of a machine.</summary>
internal static class BootTags
{
    /// <summary>
    /// A memory map of one region of ordinary memory, and the end tag (multiboot2 2.0, 3.6).
    /// </summary>
    public static byte[] OneRegion(ulong start, int frames)
    {
        const uint mapTag = 6, mapHeader = 16, entrySize = 24, ordinary = 1, endTagSize = 8;
        byte[] bytes = new byte[8 + mapHeader + entrySize + endTagSize];
        Span<byte> map = bytes.AsSpan(8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(map, mapTag);
        BinaryPrimitives.WriteUInt32LittleEndian(map[4..], mapHeader + entrySize);
        BinaryPrimitives.WriteUInt32LittleEndian(map[8..], entrySize);
        BinaryPrimitives.WriteUInt64LittleEndian(map[16..], start);
        BinaryPrimitives.WriteUInt64LittleEndian(map[24..], (ulong)frames << Frame.Shift);
        BinaryPrimitives.WriteUInt32LittleEndian(map[32..], ordinary);
        BinaryPrimitives.WriteUInt32LittleEndian(map[44..], endTagSize);
        return bytes;
    }
}
