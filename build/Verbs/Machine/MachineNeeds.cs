using Machines;
using Verbs.Tools;

namespace Verbs.Machine;

/// <summary>What the host must have for a machine.</summary>
public static class MachineNeeds
{
    /// <summary>The purposes that the machine's tools serve.</summary>
    public static Purpose Of(MachineSpec spec) =>
        Purpose.Run
        | (spec.Firmware == Firmware.Uefi ? Purpose.Uefi : Purpose.None)
        | (spec.Screen == Screen.Window ? Purpose.Window : Purpose.None);
}
