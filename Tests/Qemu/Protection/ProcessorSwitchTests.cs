using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Protection;

/// <summary>What the kernel has switched on when it is ready.</summary>
public sealed class ProcessorSwitchTests
{
    private const ulong WhereCpuidHasThem =
        ControlRegister.Cr4MachineChecks | ControlRegister.Cr4GlobalPages
        | ControlRegister.Cr4UserModeInstructionPrevention | ControlRegister.Cr4OsXsave
        | ControlRegister.Cr4Smep | ControlRegister.Cr4Smap;

    private const ulong Qemu64 = ControlRegister.Cr4MachineChecks | ControlRegister.Cr4GlobalPages;

    [Theory]
    [InlineData(Firmware.Direct)]
    [InlineData(Firmware.Bios)]
    [InlineData(Firmware.Uefi)]
    public void EveryProtectionOfTheFullestProcessorIsOn(Firmware firmware)
    {
        using RunningMachine machine = GuestExtensions.StartToReady(firmware switch
        {
            Firmware.Bios => Machine.Bios,
            Firmware.Uefi => Machine.Uefi,
            _ => Machine.Direct,
        });
        CheckWhatAllHave(machine);
        Assert.Equal(WhereCpuidHasThem, ControlRegister.Read(machine, "CR4") & WhereCpuidHasThem);
    }

    [Theory]
    [InlineData("qemu64", Qemu64)]
    [InlineData("qemu64,-pge", ControlRegister.Cr4MachineChecks)]
    [InlineData("qemu64,-mce", ControlRegister.Cr4GlobalPages)]
    [InlineData("qemu64,+smep", Qemu64 | ControlRegister.Cr4Smep)]
    [InlineData("qemu64,+smap", Qemu64 | ControlRegister.Cr4Smap)]
    [InlineData("qemu64,+xsave", Qemu64)]
    [InlineData("qemu64,+xsave,+xsaveopt", Qemu64 | ControlRegister.Cr4OsXsave)]
    [InlineData("qemu64,+umip", Qemu64 | ControlRegister.Cr4UserModeInstructionPrevention)]
    public void OnlyWhatCpuidHasIsOn(string processor, ulong expected)
    {
        using RunningMachine machine = GuestExtensions.StartToReady(Machine.Direct with { Processor = processor });
        CheckWhatAllHave(machine);
        Assert.Equal(expected, ControlRegister.Read(machine, "CR4") & WhereCpuidHasThem);
    }

    private static void CheckWhatAllHave(RunningMachine machine)
    {
        const ulong Efer = ControlRegister.EferLongModeActive | ControlRegister.EferNoExecute;
        const ulong Cr0 = ControlRegister.Cr0WriteProtect;
        Assert.Equal(Cr0, ControlRegister.Read(machine, "CR0") & Cr0);
        Assert.Equal(Efer, ControlRegister.Read(machine, "EFER") & Efer);
    }
}
