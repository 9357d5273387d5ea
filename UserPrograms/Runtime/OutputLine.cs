using System;
using System.Runtime.CompilerServices;
using Kernel.Text;

namespace UserPrograms;

/// <summary>Where a line is put together: 256 bytes, one line at a time.</summary>
internal struct OutputLine : ITextSpace
{
    private const int Bytes = 256;

    private static Space s_space;

    /// <inheritdoc/>
    public static bool TryOpen(out Span<byte> space)
    {
        space = s_space;
        return true;
    }

    [InlineArray(Bytes)]
    private struct Space
    {
        private byte _first;
    }
}
