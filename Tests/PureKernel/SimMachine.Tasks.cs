using System.Collections.Generic;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Machines;

/// <content>
/// Records of tasks. They have frames, but lie beside them: a record is larger than a page of a small machine.
/// </content>
public sealed partial class SimMachine
{
    private readonly Dictionary<uint, Task[]> _tasks = [];

    /// <summary>How often records of tasks were looked up.</summary>
    public ulong TaskAccesses { get; private set; }

    /// <summary>The record in a frame.</summary>
    internal static ref Task TaskIn(Frame frame)
    {
        Current.TaskAccesses++;
        if (!Current._tasks.TryGetValue(frame.Number, out Task[]? record))
        {
            record = new Task[1];
            Current._tasks.Add(frame.Number, record);
        }

        return ref record[0];
    }
}
