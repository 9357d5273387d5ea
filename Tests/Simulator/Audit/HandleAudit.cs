using System;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Simulator.Hardware;
using Simulator.Model;

namespace Simulator.Audit;

/// <summary>Whether the kernel's tables of handles say what the model's do.</summary>
internal static class HandleAudit
{
    /// <summary>Compares the entries in a task's record, and takes down which frames hold the others.</summary>
    /// <exception cref="SimulationException">Something differs.</exception>
    public static void Check(ref HandleTable handles, ModelTask holder)
    {
        ModelHandles model = holder.Handles;
        bool isAsLarge = handles.FreeCount == model.FreeInRecord && handles.Frames == model.Frames
            && handles.HasRoomFor(model.FreeCount) && !handles.HasRoomFor(model.FreeCount + 1);
        Expect(isAsLarge, holder, "has another number of handles");
        ReadOnlySpan<ModelHandle> entries = model.Entries[..ModelHandles.InRecord];
        for (int index = 1; index < entries.Length; index++)
        {
            Compare(in handles.At((ulong)index), in entries[index], holder);
        }

        holder.HandleFrames.Clear();
        for (int number = 0; number < handles.Frames; number++)
        {
            int frame = FlatMachine.IndexOf(handles.FrameAt(number));
            holder.HandleFrames.Add(frame);
            FlatMachine.Holders[frame] = holder.Number;
        }
    }

    /// <summary>Compares the entries in those frames that were touched.</summary>
    /// <exception cref="SimulationException">Something differs.</exception>
    public static void CheckFurther(ModelKernel model)
    {
        foreach (int frame in FlatMachine.Touched.All)
        {
            if (FlatMachine.Peek(frame).Use != FrameUse.Handles)
            {
                continue;
            }

            ModelTask? holder = model.At(FlatMachine.Holders[frame]);
            int number = holder?.HandleFrames.IndexOf(frame) ?? -1;
            if (number < 0)
            {
                throw new SimulationException($"frame {frame:x} holds the handles of nobody");
            }

            Compare(FlatMachine.PeekHandles(frame), holder!.Handles.EntriesIn(number), holder);
        }
    }

    private static void Compare(
        ReadOnlySpan<HandleEntry> entries, ReadOnlySpan<ModelHandle> handles, ModelTask holder)
    {
        for (int place = 0; place < handles.Length; place++)
        {
            Compare(in entries[place], in handles[place], holder);
        }
    }

    private static void Compare(ref readonly HandleEntry entry, ref readonly ModelHandle handle, ModelTask holder)
    {
        Expect(entry.Key == handle.Key, holder, "has another handle");
        if (handle.Key == 0)
        {
            return;
        }

        Expect(entry.Rights == handle.Rights && entry.Mark == handle.Mark, holder, "has another right");
        bool isThere = handle.Mark != HandleMark.EndedChild && handle.Target is { IsAlive: true };
        Expect(isThere == IsAlive(in entry), holder, "has a handle for a task that has ended");
        if (isThere)
        {
            bool isQuick = (handle.Rights & HandleRights.Send) != 0
                && handle.Target!.Priority >= holder.Priority;
            Expect(entry.Task == handle.Target!.Slot, holder, "has a handle for another task");
            Expect(
                entry.SendSerial == (isQuick ? handle.Target.Serial : HandleEntry.NotQuick), holder,
                "has another quick way");
        }
        else
        {
            Expect(
                handle.Mark != HandleMark.EndedChild || entry.Serial == handle.Status, holder,
                "is told another end");
        }
    }

    // As the kernel sees it, touching nothing.
    private static bool IsAlive(ref readonly HandleEntry entry)
    {
        if (entry.Mark == HandleMark.EndedChild || entry.Task.IsNone)
        {
            return false;
        }

        int frame = FlatMachine.IndexOf(entry.Task.Frame);
        return FlatMachine.Peek(frame).Use == FrameUse.Task && FlatMachine.PeekTask(frame).Serial == entry.Serial;
    }

    private static void Expect(bool isTrue, ModelTask holder, string what)
    {
        if (!isTrue)
        {
            SimulationException.Throw($"task {holder.Number:x} {what}");
        }
    }
}
