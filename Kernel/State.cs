using Kernel.Firmware;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Tasks;

namespace Kernel;

/// <summary>
/// Everything in the kernel that lives and changes, beside the console's own (Kernel/Console/ConsoleState.cs). All of
/// it starts as zeros: nobody runs static constructors here.
/// </summary>
internal static class State
{
    /// <summary>What the firmware said.</summary>
    internal static BootInfo Boot;

    /// <summary>What the command line asks for.</summary>
    internal static KernelOptions Options;

    /// <summary>Tasks, their memory and their messages.</summary>
    internal static ref Core Core => ref CoreState.Core;

    /// <summary>Every frame of memory, and the address spaces that use them.</summary>
    internal static ref PagingManager Memory => ref CoreState.Core.Memory;

    /// <summary>Where the screen's memory is mapped now.</summary>
    internal static ScreenMapping Screen;

    /// <summary>The processor's segments.</summary>
    internal static Segments Segments;

    /// <summary>The processor's interrupt vectors.</summary>
    internal static InterruptTable Interrupts;

    /// <summary>The processor's own interrupt controller.</summary>
    internal static LocalApic LocalApic;

    /// <summary>What ticks.</summary>
    internal static Timer Timer;

    /// <summary>Why the kernel panics, where it is not an exception that says so.</summary>
    internal static PanicMessage PanicMessage;

    /// <summary>A panic is being reported; another one would be a fault in the report.</summary>
    internal static bool IsPanicking;
}
