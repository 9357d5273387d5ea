namespace Kernel.Firmware;

/// <summary>
/// What a run of physical memory may be used for, the freest first: where the firmware lists a byte twice, the
/// greater value is believed (ACPI 6.4, table 15.1 for the meanings).
/// </summary>
public enum MemoryKind : byte
{
    /// <summary>Ordinary memory, free for the kernel.</summary>
    Usable = 1,

    /// <summary>Keeps its contents without power; not for ordinary use.</summary>
    Persistent = 2,

    /// <summary>Holds ACPI tables; free once they have been read.</summary>
    AcpiReclaimable = 3,

    /// <summary>The firmware's own across sleep; never to be touched.</summary>
    AcpiNonVolatile = 4,

    /// <summary>In use by firmware or devices, or of a type that is not known here.</summary>
    Reserved = 5,

    /// <summary>Reported as faulty.</summary>
    Bad = 6,
}
