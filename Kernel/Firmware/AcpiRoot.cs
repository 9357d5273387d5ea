using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>The table from which all other ACPI tables are found (ACPI 6.4, 5.2.7 and 5.2.8).</summary>
/// <param name="Kind">Which of the two it is; <see cref="AcpiRootKind.None"/> when the firmware named none.</param>
/// <param name="Table">Where it lies; neither its presence there nor its checksum has been tried.</param>
public readonly record struct AcpiRoot(AcpiRootKind Kind, PhysAddr Table);
