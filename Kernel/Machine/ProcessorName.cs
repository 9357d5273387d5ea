using System;
using System.Buffers.Binary;

namespace Kernel.Machines;

/// <summary>The processor's name for people (Intel SDM vol. 2, CPUID, leaves 8000_0002h to 8000_0004h).</summary>
public static class ProcessorName
{
    /// <summary>The bytes that a name can have.</summary>
    public const int Length = 48;

    private const uint FirstLeaf = 0x8000_0002;
    private const uint LastLeaf = 0x8000_0004;

    /// <summary>
    /// The name, in <paramref name="space"/> of at least <see cref="Length"/> bytes, without the blanks around it; a
    /// word in its place where the processor does not tell.
    /// </summary>
    public static ReadOnlySpan<byte> Read(Span<byte> space)
    {
        if (space.Length < Length || Machine.CpuId(0x8000_0000, 0).Eax < LastLeaf)
        {
            return "x86-64 processor"u8;
        }

        for (uint leaf = FirstLeaf; leaf <= LastLeaf; leaf++)
        {
            Write(Machine.CpuId(leaf, 0), space.Slice((int)(leaf - FirstLeaf) * 16, 16));
        }

        return Trim(space.Slice(0, Length));
    }

    private static void Write(CpuIdResult result, Span<byte> space)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(space, result.Eax);
        BinaryPrimitives.WriteUInt32LittleEndian(space.Slice(4), result.Ebx);
        BinaryPrimitives.WriteUInt32LittleEndian(space.Slice(8), result.Ecx);
        BinaryPrimitives.WriteUInt32LittleEndian(space.Slice(12), result.Edx);
    }

    private static ReadOnlySpan<byte> Trim(Span<byte> name)
    {
        int end = name.IndexOf((byte)0);
        ReadOnlySpan<byte> text = name.Slice(0, end < 0 ? name.Length : end);
        while (!text.IsEmpty && text[0] == ' ')
        {
            text = text.Slice(1);
        }

        while (!text.IsEmpty && text[^1] == ' ')
        {
            text = text.Slice(0, text.Length - 1);
        }

        return text;
    }
}
