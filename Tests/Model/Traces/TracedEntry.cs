namespace Kernel.Tests.Model.Traces;

/// <summary>An entry of a task's handle table, as the model has it.</summary>
/// <param name="Mark">unused, other, child or ended.</param>
/// <param name="Target">The task; the number of tasks for one that has ended.</param>
/// <param name="IsWeak">It carries the right to send, and no other.</param>
internal sealed record TracedEntry(string Mark, int Target, bool IsWeak)
{
    public bool IsUsed => Mark != "unused";
}
