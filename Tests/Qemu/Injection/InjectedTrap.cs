namespace QemuTests.Injection;

/// <summary>What no flag holds off, by its vector (Intel SDM vol. 3, table 6-1).</summary>
internal enum InjectedTrap
{
    /// <summary>#DB, by the trap flag: behind the instruction.</summary>
    Debug = 1,

    /// <summary>NMI, before the instruction.</summary>
    NonMaskable = 2,

    /// <summary>#MC, before the instruction.</summary>
    MachineCheck = 18,
}
