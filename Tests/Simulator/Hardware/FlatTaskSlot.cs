using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;

namespace Simulator.Hardware;

/// <summary>Where a task's record lies in the flat machine.</summary>
/// <param name="Frame">Its frame.</param>
internal readonly record struct FlatTaskSlot(Frame Frame)
{
    /// <summary>Whether it is none.</summary>
    public bool IsNone => Frame == Frame.None;

    /// <summary>What only the same one has: for many comparisons at once.</summary>
    public ulong Bits => Frame.Number;

    /// <summary>The record.</summary>
    public ref Task Task => ref FlatMachine.TaskIn(Frame);

    /// <summary>The entry of its record that a handle would name if it named one there.</summary>
    public ref HandleEntry EntryOf(ulong handle) => ref Task.Handles.At(handle & (HandleTable.InRecord - 1));

    /// <summary>What the kernel knows of the frame.</summary>
    /// <exception cref="SimulationException">It is none: on the processor that is a page fault.</exception>
    public ref FrameRecord Record
    {
        get
        {
            if (IsNone)
            {
                throw new SimulationException("the record of no task");
            }

            return ref FlatMachine.Record(Frame);
        }
    }

    /// <summary>Whether the task of this serial is still there.</summary>
    public bool Holds(ulong serial) => !IsNone && Record.Use == FrameUse.Task && Task.Serial == serial;
}
