using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Traps;

/// <summary>Exceptions that end a program.</summary>
internal static class ProgramFaults
{
    /// <summary>
    /// Why the current task ends with this exception; <paramref name="faultAddress"/> is CR2. A page fault that could not
    /// be resolved is nobody's fault where only memory was lacking: the tables, asked again, say the same again.
    /// </summary>
    internal static EndCause CauseOf(ref Core core, in TrapFrame frame, VirtAddr faultAddress) =>
        (TrapVector)frame.Vector == TrapVector.PageFault
        && core.Memory.ResolveFault(
            ref core.Current.Task.Space, faultAddress, new PageFaultCode(frame.ErrorCode)) == FaultOutcome.OutOfMemory
            ? EndCause.OutOfMemory
            : EndCause.Trapped;
}
