using System.Collections.Generic;
using Kernel.Tasks;

namespace Simulator.Model;

/// <content>Who would wait for ever.</content>
internal sealed partial class ModelKernel
{
    private readonly HashSet<ModelTask> _seen = [];
    private readonly Stack<ModelTask> _toSee = new();

    /// <summary>
    /// Whether nobody whom the caller would wait for, directly or over others, does anything but wait for another task:
    /// for one, or for any of its children.
    /// </summary>
    private bool IsInVain(ModelTask? awaited)
    {
        _seen.Clear();
        _toSee.Clear();
        _ = _seen.Add(Caller);
        if (awaited is null)
        {
            SeeChildren(Caller);
        }
        else
        {
            See(awaited);
        }

        while (_toSee.TryPop(out ModelTask? task))
        {
            if (task.Peer is not null)
            {
                See(task.Peer);
            }
            else if (task.State == TaskState.Waiting)
            {
                SeeChildren(task);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private void See(ModelTask task)
    {
        if (_seen.Add(task))
        {
            _toSee.Push(task);
        }
    }

    private void SeeChildren(ModelTask parent)
    {
        foreach (ModelHandle entry in parent.Handles.Entries)
        {
            if (entry.Mark == HandleMark.Child)
            {
                See(entry.Target!);
            }
        }
    }
}
