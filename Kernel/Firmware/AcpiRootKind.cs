namespace Kernel.Firmware;

/// <summary>How wide the root table's pointers are.</summary>
public enum AcpiRootKind : byte
{
    /// <summary>There is no root table.</summary>
    None = 0,

    /// <summary>The RSDT: 32 bits (ACPI 6.4, 5.2.7).</summary>
    Rsdt = 1,

    /// <summary>The XSDT: 64 bits (ACPI 6.4, 5.2.8).</summary>
    Xsdt = 2,
}
