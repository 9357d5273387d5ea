using System.Runtime.InteropServices;

namespace Kernel.Tasks;

/// <summary>What a processor has of its own. SYSCALL finds it through GS: Boot/tasks.inc says the same.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Processor
{
    /// <summary>The task that runs; none while all wait.</summary>
    internal TaskSlot Current;

    /// <summary>The top of its stack in the kernel.</summary>
    internal ulong Stack;
}
