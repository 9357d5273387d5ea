using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Machines;

/// <summary>Where a task's record lies in the machine that is simulated here.</summary>
/// <param name="Frame">Its frame.</param>
internal readonly record struct SimTaskSlot(Frame Frame)
{
    /// <summary>Whether it is none.</summary>
    public bool IsNone => Frame == Frame.None;

    /// <summary>What only the same one has: for many comparisons at once.</summary>
    public ulong Bits => Frame.Number;

    /// <summary>The record.</summary>
    /// <remarks>That of none is a panic here: on the processor it is a page fault.</remarks>
    public ref Task Task
    {
        get
        {
            if (IsNone)
            {
                Machine.Panic("the record of no task"u8);
            }

            return ref Machine.TaskIn(Frame);
        }
    }

    /// <summary>The entry of its record that a handle would name if it named one there.</summary>
    public ref HandleEntry EntryOf(ulong handle) => ref Task.Handles.At(handle & (HandleTable.InRecord - 1));

    /// <summary>What the kernel knows of the frame.</summary>
    /// <remarks>That of none is a panic here: on the processor it is a page fault.</remarks>
    public ref FrameRecord Record
    {
        get
        {
            if (IsNone)
            {
                Machine.Panic("the record of no task"u8);
            }

            return ref Machine.Record(Frame);
        }
    }

    /// <summary>Whether the task of this serial is still there.</summary>
    public bool Holds(ulong serial) => !IsNone && Record.Use == FrameUse.Task && Task.Serial == serial;
}
