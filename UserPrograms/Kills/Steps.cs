using System.Runtime;
using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>What the kernel of Tests/AuditImage can do beside its own calls: <see cref="StepCall"/>.</summary>
internal static class Steps
{
    /// <summary>Whether this is that kernel.</summary>
    internal static bool AreThere => Do(StepCall.Audit) == 0;

    /// <summary>How many of the parties wait, and neither for a message nor for somebody who does.</summary>
    internal static ulong Stuck => Do(StepCall.Stuck);

    /// <summary>How many calls the parties have made since <see cref="Arm"/>.</summary>
    internal static ulong Calls => Do(StepCall.Calls);

    /// <summary>Lets the timer tick in this moment.</summary>
    internal static void Arm(Moment moment) => _ = Do(StepCall.Arm, moment.Calls, moment.Instructions);

    /// <summary>How many parties live, where it has ticked; 0 where it has not, and will not.</summary>
    internal static ulong Look() => Do(StepCall.Look);

    /// <summary>A handle for a party, the eldest being number 0; none where there are fewer.</summary>
    internal static Handle Name(ulong number) => new((uint)Do(StepCall.Name, number));

    /// <summary>The kernel looks at all it knows, and panics where something is wrong.</summary>
    internal static void Audit() => _ = Do(StepCall.Audit);

    /// <summary>Leaves no more than so many frames free.</summary>
    internal static void Hoard(ulong free) => _ = Do(StepCall.Hoard, free);

    /// <summary>The frames of the last <see cref="Hoard"/> are there again.</summary>
    internal static void GiveBack() => _ = Do(StepCall.GiveBack);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("step_call")]
    private static extern ulong Do(StepCall call, ulong first = 0, ulong second = 0);
}
