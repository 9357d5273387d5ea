using Kernel.Tasks;
using Simulator.Model;

namespace Simulator.Audit;

/// <summary>
/// Whether a sleeper hangs where it may in the heap of all: a look at its neighbours. All are well where each is.
/// </summary>
internal static class SleeperAudit
{
    /// <summary>Looks at a task's place; at that of one that does not sleep, which is none.</summary>
    /// <exception cref="SimulationException">It hangs wrong.</exception>
    public static void Check(in Task task, ModelTask model)
    {
        ref readonly Slumber own = ref task.Slumber;
        bool isRight = model.State == TaskState.Sleeping
            ? own.Due == model.Due && own.Turn == model.Turn && Hangs(in own, model.Slot)
            : own.Rank == 0 && own.Above.IsNone && own.Left.IsNone && own.Right.IsNone;
        if (!isRight)
        {
            SimulationException.Throw($"task {model.Number:x} has a wrong place among those that sleep");
        }
    }

    private static bool Hangs(in Slumber own, TaskSlot slot) =>
        (own.Above.IsNone || Of(own.Above).Left == slot || Of(own.Above).Right == slot)
        && (own.Left != own.Right || own.Left.IsNone)
        && IsBeneath(own.Left, slot) && IsBeneath(own.Right, slot)
        && RankOf(own.Left) >= RankOf(own.Right) && own.Rank == RankOf(own.Right) + 1;

    private static bool IsBeneath(TaskSlot child, TaskSlot parent) =>
        child.IsNone || (Of(child).Above == parent && Machine.IsTask(child.Frame)
            && (Of(parent).Due, Of(parent).Turn).CompareTo((Of(child).Due, Of(child).Turn)) < 0);

    private static uint RankOf(TaskSlot slot) => slot.IsNone ? 0 : Of(slot).Rank;

    private static ref readonly Slumber Of(TaskSlot slot) =>
        ref Machine.PeekTask(Machine.IndexOf(slot.Frame)).Slumber;
}
