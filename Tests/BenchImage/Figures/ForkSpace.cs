using System;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>How much of a space was written to.</summary>
internal interface ISize
{
    /// <summary>The figure's name.</summary>
    static abstract ReadOnlySpan<byte> Name { get; }

    /// <summary>How much.</summary>
    static abstract ByteCount Touched { get; }
}

/// <summary>
/// The memory part of a fork. The parent is filled once: a write after the child's end makes it what it was, because
/// its first entry is writable again.
/// </summary>
internal readonly struct ForkSpace<TSize> : IOperation
    where TSize : struct, ISize
{
    private static PagingError s_error;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => TSize.Name;

    /// <inheritdoc/>
    public static void Prepare()
    {
        if (!Workspace.Running.Exists)
        {
            Workspace.Fill(TSize.Touched);
        }
        else
        {
            Spaces.Demand(Spaces.Write(ref Workspace.Running, Workspace.Page(0)) == FaultOutcome.MadeWritable);
        }
    }

    /// <inheritdoc/>
    public static void Run() =>
        s_error = State.Memory.TryFork(ref Workspace.Running, Spaces.Unlimited, out Workspace.Other);

    /// <inheritdoc/>
    public static void Finish()
    {
        Spaces.Demand(s_error == PagingError.None);
        Spaces.Demand(Workspace.Other.Charge == Workspace.Running.Charge);
        Spaces.Destroy(ref Workspace.Other);
    }
}
