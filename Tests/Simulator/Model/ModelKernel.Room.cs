using Kernel.Abi;

namespace Simulator.Model;

/// <content>Tables of handles that grow, for which their tasks are charged.</content>
internal sealed partial class ModelKernel
{
    /// <summary>Whether so many handles can be made for a task, if its table grows by a frame.</summary>
    private CallError CheckRoom(ModelTask task, int handles) =>
        !NeedsRoom(task, handles) ? CallError.None
        : task.Handles.IsLargest || task.Charge + 1 > task.Quota ? CallError.NoHandleFree
        : HasRunOut(task) ? CallError.OutOfMemory
        : CallError.None;

    private static bool NeedsRoom(ModelTask task, int handles) => task.Handles.FreeCount < handles;

    /// <summary>Nothing can fail any more: the table has grown, if it had to.</summary>
    private static void MakeRoom(ModelTask task, int handles)
    {
        if (NeedsRoom(task, handles))
        {
            task.Handles.Extend();
            task.Charge++;
            task.Touch();
        }
    }
}
