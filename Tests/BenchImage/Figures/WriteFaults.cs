using System;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>The page is shared; the tables are the space's own already. The page is copied.</summary>
internal readonly struct WriteFaultCopy : IFault
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "write-fault-copy"u8;

    /// <inheritdoc/>
    public static VirtAddr Address => Workspace.Page(1);

    /// <inheritdoc/>
    public static void Prepare()
    {
        Workspace.FillAndFork(ByteCount.FromMiB(1));
        Spaces.Demand(Spaces.Write(ref Workspace.Running, Workspace.Page(0)) == FaultOutcome.Copied);
    }
}

/// <summary>The first write after a fork: three tables, the lowest half full, and a page are copied.</summary>
internal readonly struct WriteFaultFirst : IFault
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "write-fault-first-after-fork"u8;

    /// <inheritdoc/>
    public static VirtAddr Address => Workspace.Page(1);

    /// <inheritdoc/>
    public static void Prepare()
    {
        Workspace.FillAndFork(ByteCount.FromMiB(1));
    }
}

/// <summary>The same with a lowest table that is full.</summary>
internal readonly struct WriteFaultFirstFull : IFault
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "write-fault-first-full-table"u8;

    /// <inheritdoc/>
    public static VirtAddr Address => Workspace.Page(1);

    /// <inheritdoc/>
    public static void Prepare() => Workspace.FillAndFork(ByteCount.FromMiB(2));
}

/// <summary>The page was shared, but the other owner is gone.</summary>
internal readonly struct WriteFaultSole : IFault
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "write-fault-sole"u8;

    /// <inheritdoc/>
    public static VirtAddr Address => Workspace.Page(2);

    /// <inheritdoc/>
    public static void Prepare()
    {
        Workspace.FillAndFork(ByteCount.FromMiB(1));
        Spaces.Demand(Spaces.Write(ref Workspace.Running, Workspace.Page(0)) == FaultOutcome.Copied);
        Spaces.Destroy(ref Workspace.Other);
    }
}

/// <summary>A page to come comes, cleared.</summary>
internal readonly struct DemandZeroFault : IFault
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "demand-zero-fault"u8;

    /// <inheritdoc/>
    public static VirtAddr Address => Workspace.Page(256);

    /// <inheritdoc/>
    public static void Prepare()
    {
        Workspace.Fill(ByteCount.FromMiB(1));
        Spaces.Map(ref Workspace.Running, Workspace.Page(256), ByteCount.FromKiB(64));
        Spaces.Demand(Spaces.Write(ref Workspace.Running, Workspace.Page(257)) == FaultOutcome.DemandZero);
    }
}
