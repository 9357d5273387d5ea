using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// All that tasks can tell: their records, bit by bit, what is mapped in the first pages, and the totals.
/// Not in here is what nobody can: which frames are free, and where a page is still the task's alone.
/// </summary>
internal sealed class CoreSnapshot
{
    private readonly TaskRig _rig;
    private readonly SimTaskSlot _told;
    private readonly bool _hasPages;
    private readonly List<string> _facts = [];

    /// <param name="rig">The kernel.</param>
    /// <param name="told">Whose results may change.</param>
    /// <param name="hasPages">
    /// Whether contents count, and how much memory is used: buffers of messages mean nothing after an error, and what
    /// came into being for them stays.
    /// </param>
    public CoreSnapshot(TaskRig rig, SimTaskSlot told, bool hasPages)
    {
        _rig = rig;
        _told = told;
        _hasPages = hasPages;
        _facts.Add(hasPages ? $"free {rig.Memory.Frames.Free.Value}, charged {rig.Memory.Charged.Value}" : "");
        _facts.Add($"live {rig.Core.Live}, current {rig.Core.Current.Frame.Number}");
        foreach (SimTaskSlot slot in rig.Tasks)
        {
            Describe(slot);
        }
    }

    /// <summary>Nothing has changed since.</summary>
    public void AssertUnchanged(string what)
    {
        List<string> now = new CoreSnapshot(_rig, _told, _hasPages)._facts;
        Assert.True(now.Count == _facts.Count, $"{what}: another number of tasks");
        for (int i = 0; i < now.Count; i++)
        {
            Assert.True(_facts[i] == now[i], $"{what}: {_facts[i]} has become {now[i]}");
        }
    }

    private void Describe(SimTaskSlot slot)
    {
        // Who does not wait has no buffer.
        Task task = slot.Task;
        if (Core.StateOf(slot) == TaskState.Ready)
        {
            task.IncomingStart = default;
            task.IncomingCapacity = default;
        }

        task.Registers = slot == _told ? default : task.Registers;
        ReadOnlySpan<byte> record = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref task, 1));
        _facts.Add($"task {slot.Frame.Number}: {Convert.ToHexString(record)}");
        _facts.Add($"  charge {slot.Task.Space.Charge.Value}");
        for (int number = 0; number < task.Handles.Frames; number++)
        {
            _facts.Add($"  handles {Convert.ToHexString(SimMachine.PageBytes(task.Handles.FrameAt(number)))}");
        }

        for (ulong page = 0; _hasPages && page < 16; page++)
        {
            VirtAddr at = TaskRig.Pages + new ByteCount(page << Frame.Shift);
            PageInfo info = PagingManager.Query(in slot.Task.Space, at);
            string contents = info.Frame == Frame.None ? "" : Convert.ToHexString(SimMachine.PageBytes(info.Frame));
            _facts.Add($"  page {page}: {info.State > PageState.Reserved} {info.Kind} {info.Rights} {contents}");
        }
    }
}
