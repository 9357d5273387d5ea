using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>Where a task's record lies, as the direct map shows it. The pure rooms call it <c>TaskSlot</c>.</summary>
internal readonly unsafe struct X64TaskSlot
{
    private readonly Task* _task;

    /// <summary>The record in this frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public X64TaskSlot(Frame frame) => _task = (Task*)KernelLayout.InDirectMap(frame.Address).Value;

    /// <summary>Whether it is none.</summary>
    public bool IsNone
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _task == null;
    }

    /// <summary>The record.</summary>
    public ref Task Task
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *_task;
    }

    /// <summary>Its frame.</summary>
    public Frame Frame => new((uint)(((ulong)_task - KernelLayout.DirectMap.Value) >> Frame.Shift));

    /// <summary>What the kernel knows of the frame.</summary>
    public ref FrameRecord Record
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *(FrameRecord*)(((ulong)_task >> 8) + (KernelLayout.FrameRecords.Value - (KernelLayout.DirectMap.Value >> 8)));
    }

    /// <summary>Whether the task of this serial is still there.</summary>
    public bool Holds(ulong serial) => _task != null && Record.Use == FrameUse.Task && _task->Serial == serial;

    /// <summary>The same one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator ==(X64TaskSlot left, X64TaskSlot right) => left._task == right._task;

    /// <summary>Another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator !=(X64TaskSlot left, X64TaskSlot right) => left._task != right._task;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => false;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(ulong)_task;
}
