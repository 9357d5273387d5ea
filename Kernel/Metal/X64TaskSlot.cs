using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>Where a task's record lies, as the direct map shows it. The pure rooms call it <c>TaskSlot</c>.</summary>
internal readonly unsafe struct X64TaskSlot
{
    // A record has 16 bytes, and they begin where a direct map's address shifted by this comes to (KernelLayout).
    private const int RecordShift = 4;

    // Where a record has its space, its handle table, and (Boot/tasks.inc: TASK_VECTORS) the vector registers.
    private const int SpaceOffset = 328;
    private const int HandlesOffset = 672;
    private const int VectorsOffset = 3072;

    private readonly Task* _task;

    /// <summary>The record in this frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public X64TaskSlot(Frame frame) => _task = (Task*)KernelLayout.InDirectMap(frame.Address).Value;

    /// <summary>Whether records are laid out as this file and Boot/tasks.inc have it.</summary>
    internal static bool IsLayoutRight
    {
        get
        {
            Task task = default;
            return (ulong)&task.Space - (ulong)&task == SpaceOffset
                && (ulong)&task.Handles - (ulong)&task == HandlesOffset
                && sizeof(Task) <= VectorsOffset;
        }
    }

    /// <summary>Whether it is none.</summary>
    public bool IsNone
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _task == null;
    }

    /// <summary>What only the same one has: for many comparisons at once.</summary>
    public ulong Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (ulong)_task;
    }

    /// <summary>The record.</summary>
    public ref Task Task
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *_task;
    }

    /// <summary>
    /// Its address space, for the entry of page faults: nothing is read here, also where there is no task and the fault
    /// is the kernel's own.
    /// </summary>
    internal ref AddressSpace Space
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *(AddressSpace*)((ulong)_task + SpaceOffset);
    }

    /// <summary>
    /// The entry of its record that a handle would name if it named one there: whoever asks compares the key. By
    /// pointers, because it takes less of the processor than <see cref="HandleTable.At"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref HandleEntry EntryOf(ulong handle) =>
        ref ((HandleEntry*)((ulong)_task + HandlesOffset))[handle & (HandleTable.InRecord - 1)];

    /// <summary>Its frame.</summary>
    public Frame Frame => new((uint)(((ulong)_task - KernelLayout.DirectMap.Value) >> Frame.Shift));

    /// <summary>What the kernel knows of the frame.</summary>
    public ref FrameRecord Record
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *(FrameRecord*)((long)_task >> (Frame.Shift - RecordShift));
    }

    /// <summary>Whether the task of this serial is still there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
