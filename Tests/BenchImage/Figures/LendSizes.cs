using System;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>One page.</summary>
internal readonly struct LentPage : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "lend-4KiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromKiB(4);
}

/// <summary>16 pages.</summary>
internal readonly struct LentPages : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "lend-64KiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromKiB(64);
}

/// <summary>256 pages: half a table.</summary>
internal readonly struct LentMebibyte : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "lend-1MiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromMiB(1);
}

/// <summary>Eight whole tables.</summary>
internal readonly struct LentTables : ISize
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "lend-16MiB"u8;

    /// <inheritdoc/>
    public static ByteCount Touched => ByteCount.FromMiB(16);
}
