using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>One access to memory.</summary>
/// <param name="Address">Of its first byte; it does not cross into another page.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Ring">By whom.</param>
/// <param name="AlignmentCheck">EFLAGS.AC, by which the kernel says that it means user pages.</param>
internal readonly record struct AccessRequest(VirtAddr Address, AccessKind Kind, Ring Ring, bool AlignmentCheck)
{
    private const ulong Protection = 1 << 0;
    private const ulong Write = 1 << 1;
    private const ulong User = 1 << 2;
    private const ulong ReservedBit = 1 << 3;
    private const ulong Fetch = 1 << 4;

    /// <summary>The error code when a walk ends at such an entry (Intel SDM vol. 3, 4.7).</summary>
    public PageFaultCode Fault(EntryKind end, PagingControls controls) => new(
        (end == EntryKind.Absent ? 0 : Protection)
        | (end == EntryKind.Reserved ? ReservedBit : 0)
        | (Kind == AccessKind.Write ? Write : 0)
        | (Ring == Ring.User ? User : 0)
        | (Kind == AccessKind.Fetch && (controls.NoExecute || controls.Smep) ? Fetch : 0));

    public AccessOutcome Decide(in Translation translation, PagingControls controls) =>
        translation.Rights.Allow(this, controls)
            ? AccessOutcome.Translated(translation)
            : AccessOutcome.PageFault(Fault(EntryKind.Page, controls));
}
