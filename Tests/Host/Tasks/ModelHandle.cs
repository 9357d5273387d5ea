using Kernel.Machines;

namespace Kernel.Tests.Host.Tasks;

/// <summary>What a handle of the model stands for.</summary>
/// <param name="Target">The task.</param>
/// <param name="IsChild">It is a child that has not ended.</param>
/// <param name="Status">How a child has ended.</param>
/// <param name="IsGone">The task has ended.</param>
/// <param name="IsWeak">It carries the right to send, and no other.</param>
internal sealed record ModelHandle(
    SimTaskSlot Target, bool IsChild, ulong? Status, bool IsGone = false, bool IsWeak = false);
