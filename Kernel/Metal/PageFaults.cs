using System.Runtime;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>The first that C# sees of a page fault.</summary>
internal static class PageFaults
{
    /// <summary>
    /// Where Boot/pagefault.asm comes, with CR2 and the error code: up to <see cref="FaultOutcome.StackGrown"/> it tries
    /// the instruction again, and beyond it goes to OnTrap. All that this reaches keeps to XMM0 to XMM3, and calls
    /// nothing by a pointer (Tests/Gates/QuickEntryTests.cs).
    /// </summary>
    [RuntimeExport("OnPageFault")]
    internal static FaultOutcome OnPageFault(ulong address, ulong code) =>
        State.Memory.ResolveFault(
            ref State.Core.Current.Space, new VirtAddr(address), new PageFaultCode(code));
}
