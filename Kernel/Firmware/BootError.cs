using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>What was wrong with the firmware's data, and where; the default value says that nothing was.</summary>
/// <param name="Fault">What; <see cref="BootFaultText.Describe"/> has the words.</param>
/// <param name="Where">The address of the structure, tag, entry or range at fault; see <see cref="BootFault"/>.</param>
public readonly record struct BootError(BootFault Fault, PhysAddr Where)
{
    /// <summary>Nothing was wrong.</summary>
    public static BootError None => default;

    /// <summary>Whether something was wrong.</summary>
    public bool IsError => Fault != BootFault.None;
}
