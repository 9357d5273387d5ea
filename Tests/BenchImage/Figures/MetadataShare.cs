using System;
using System.Runtime.CompilerServices;
using Kernel.Memory;
using Kernel.Text;

namespace Kernel.Bench;

/// <summary>
/// What the frame table and its allocator take of the memory that they describe and that can be used, in percent.
/// </summary>
internal static class MetadataShare
{
    private const int LongestLine = 64;
    private const ulong WholeInThousandths = 100_000;

    /// <summary>Writes the figure, rounded up to thousandths.</summary>
    internal static void Write()
    {
        ref readonly FrameAllocator frames = ref State.Memory.Frames;
        ulong usable = (frames.All - frames.Reserved).Bytes.Value;
        ulong taken = frames.Records.Cost.Value + (ulong)Unsafe.SizeOf<FrameAllocator>();
        ulong thousandths = ((taken * WholeInThousandths) + usable - 1) / usable;

        Span<byte> space = stackalloc byte[LongestLine];
        TextBuffer line = Report.Begin(space, "metadata-share"u8);
        line.AppendDecimal(thousandths / 1000);
        line.Append('.');
        line.AppendDecimal(thousandths / 100 % 10);
        line.AppendDecimal(thousandths / 10 % 10);
        line.AppendDecimal(thousandths % 10);
        Report.End(in line);
    }
}
