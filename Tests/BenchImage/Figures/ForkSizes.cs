using System;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>256 pages.</summary>
internal readonly struct OneMebibyte : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "fork-1MiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromMiB(1);
}

/// <summary>4,096 pages.</summary>
internal readonly struct SixteenMebibytes : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "fork-16MiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromMiB(16);
}
