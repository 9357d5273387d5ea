using System;
using Kernel.Machines;
using Kernel.Tasks;
using Simulator.Hardware;
using Simulator.Model;

namespace Simulator.Audit;

/// <summary>Whether the kernel's records of tasks say what the model's do.</summary>
internal static class TaskAudit
{
    /// <summary>Compares what was touched.</summary>
    /// <exception cref="SimulationException">Something differs.</exception>
    public static void Check(ref Core core, ModelKernel model)
    {
        TouchedFrames touched = FlatMachine.Touched;
        for (int place = 0; place < touched.Count; place++)
        {
            int frame = touched[place];
            bool isTask = FlatMachine.Peek(frame).Use == FrameUse.Task;
            ModelTask? task = model.At(frame);
            Expect(isTask == (task is not null), frame, "is a task, or not");
            if (task is not null)
            {
                Compare(ref FlatMachine.PeekTask(frame), task);
            }
        }

        HandleAudit.CheckFurther(model);
        CheckQueues(ref core, model);
    }

    private static void CheckQueues(ref Core core, ModelKernel model)
    {
        Expect(NumberOf(core.Current) == NumberOf(model.Current), NumberOf(core.Current), "runs, and should not");
        Expect(core.Live == model.Live && core.HasEnded == model.HasEnded, 0, "number of tasks");
        int sleeper = NumberOf(core.Sleepers.First);
        Expect(sleeper == NumberOf(model.FirstSleeper), sleeper, "is first of those that sleep");
        Expect(core.Ready.Occupied == model.Ready.Occupied, 0, "levels that could run");
        for (int level = 0; level < Priority.Levels; level++)
        {
            int first = NumberOf(core.Ready.QueueOf(level).First);
            Expect(first == NumberOf(model.Ready.FirstOf(level)), first, "is first of those that could run");
        }
    }

    private static void Compare(ref Task task, ModelTask model)
    {
        int at = model.Number;
        Expect(Core.StateOf(model.Slot) == model.State, at, "does something else");
        Expect(task.Serial == model.Serial, at, "has another serial");
        Expect(task.Priority.Level == model.Priority, at, "has another priority");
        Expect(NumberOf(task.Next) == NumberOf(model.Next), at, "has another one behind it");
        Expect(NumberOf(task.Previous) == NumberOf(model.Previous), at, "has another one before it");
        Expect(NumberOf(task.Peer) == NumberOf(model.Peer), at, "waits for another one");
        Expect(NumberOf(task.Client) == NumberOf(model.Client ?? model), at, "has another client");
        Expect(NumberOf(task.Owed.First) == NumberOf(model.Owed.First), at, "owes another one");
        Expect(NumberOf(task.Waiters.First) == NumberOf(model.Waiters.First), at, "is awaited by another one");
        Expect(task.ReplyKey.Value == model.ReplyKey, at, "has another reply key");
        Expect(task.TaskQuota == model.TaskQuota, at, "may have another number of tasks");
        Expect(task.Space.Quota.Value == model.Quota, at, "may have another number of frames");
        uint charge = FlatMachine.Peek(FlatMachine.IndexOf(task.Space.Root)).Weight.Value;
        Expect(charge <= model.Quota, at, "is charged more than its quota");
        model.Charge = charge;
        Expect(FlatMachine.Peek(at).Receiving == Receiving(model), at, "is not received as it should");
        CompareSenders(ref task.Senders, model);
        HandleAudit.Check(ref task.Handles, model);
        SleeperAudit.Check(in task, model);
        if (model.State == TaskState.Ready)
        {
            CompareRegisters(in task.Registers, model);
        }
    }

    private static ulong Receiving(ModelTask model) =>
        model.State != TaskState.Receiving ? 0
        : model.IsFree ? model.Serial
        : TaskSerials.NotQuick(model.Serial);

    private static void CompareSenders(ref PriorityLists senders, ModelTask model)
    {
        Expect(senders.Occupied == model.Senders.Occupied, model.Number, "has senders of other priorities");
        for (int level = 0; level < Priority.Levels && senders.Occupied != 0; level++)
        {
            int first = NumberOf(senders.QueueOf(level).First);
            Expect(first == NumberOf(model.Senders.FirstOf(level)), model.Number, "has another one as first sender");
        }
    }

    private static void CompareRegisters(in SavedRegisters registers, ModelTask model)
    {
        Told told = model.Told;
        bool isSame = registers.Rax == told.Rax && registers.Rdx == told.Rdx && registers.Rsi == told.Rsi
            && registers.Rdi == told.Rdi && registers.Message.Word0 == told.Words.Word0
            && registers.Message.Word1 == told.Words.Word1 && registers.Message.Word3 == told.Words.Word3;
        if (!isSame)
        {
            Expect(false, model.Number,
                $"is told {(long)registers.Rax:x} {registers.Rdx:x} {registers.Rsi:x} {registers.Rdi:x} "
                + $"{registers.Message.Word0:x}, not {(long)told.Rax:x} {told.Rdx:x} {told.Rsi:x} {told.Rdi:x} "
                + $"{told.Words.Word0:x}");
        }
    }

    private static int NumberOf(TaskSlot slot) => slot.IsNone ? -1 : FlatMachine.IndexOf(slot.Frame);

    private static int NumberOf(ModelTask? task) => task?.Number ?? -1;

    private static void Expect(bool isTrue, int task, string what)
    {
        if (!isTrue)
        {
            SimulationException.Throw($"task {task:x} {what}");
        }
    }
}
