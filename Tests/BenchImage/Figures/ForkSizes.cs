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

/// <summary>65,536 pages.</summary>
internal readonly struct QuarterGibibyte : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "fork-256MiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromMiB(256);
}

/// <summary>1,048,576 pages.</summary>
internal readonly struct FourGibibytes : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "fork-4GiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromMiB(4096);
}
