using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Buffers.Binary;

/// <summary>Numbers in memory, lowest byte first.</summary>
public static class BinaryPrimitives
{
    /// <summary>Reads 16 bits; the span is long enough, or the kernel panics.</summary>
    public static ushort ReadUInt16LittleEndian(ReadOnlySpan<byte> source) => MemoryMarshal.Read<ushort>(source);

    /// <summary>Reads 32 bits; the span is long enough, or the kernel panics.</summary>
    public static uint ReadUInt32LittleEndian(ReadOnlySpan<byte> source) => MemoryMarshal.Read<uint>(source);

    /// <summary>Reads 32 bits; the span is long enough, or the kernel panics.</summary>
    public static int ReadInt32LittleEndian(ReadOnlySpan<byte> source) => MemoryMarshal.Read<int>(source);

    /// <summary>Reads 64 bits; the span is long enough, or the kernel panics.</summary>
    public static ulong ReadUInt64LittleEndian(ReadOnlySpan<byte> source) => MemoryMarshal.Read<ulong>(source);

    /// <summary>Reads 16 bits if there are as many.</summary>
    public static bool TryReadUInt16LittleEndian(ReadOnlySpan<byte> source, out ushort value) => TryRead(source, out value);

    /// <summary>Reads 32 bits if there are as many.</summary>
    public static bool TryReadUInt32LittleEndian(ReadOnlySpan<byte> source, out uint value) => TryRead(source, out value);

    /// <summary>Reads 64 bits if there are as many.</summary>
    public static bool TryReadUInt64LittleEndian(ReadOnlySpan<byte> source, out ulong value) => TryRead(source, out value);

    /// <summary>Writes 32 bits; the span is long enough, or the kernel panics.</summary>
    public static void WriteUInt32LittleEndian(Span<byte> destination, uint value) =>
        MemoryMarshal.AsRef<uint>(destination) = value;

    private static bool TryRead<T>(ReadOnlySpan<byte> source, out T value)
        where T : unmanaged
    {
        if (source.Length < Unsafe.SizeOf<T>())
        {
            value = default;
            return false;
        }

        value = Unsafe.ReadUnaligned<T>(in source._reference);
        return true;
    }
}
