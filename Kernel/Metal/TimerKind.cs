namespace Kernel.Metal;

/// <summary>What the machine has that can interrupt again and again.</summary>
internal enum TimerKind
{
    /// <summary>Channel 0 of the 8254, on line 0 of the 8259s: every PC has it.</summary>
    IntervalTimer,

    /// <summary>The processor's own local APIC.</summary>
    LocalApic,
}
