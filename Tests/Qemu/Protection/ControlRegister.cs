using System.Globalization;
using System.Text.RegularExpressions;
using Machines;
using Xunit;

namespace QemuTests.Protection;

/// <summary>The processor's switches, and their bits (Intel SDM vol. 3, 2.2.1 and 2.5).</summary>
internal static class ControlRegister
{
    public const ulong Cr0WriteProtect = 1 << 16;
    public const ulong Cr4MachineChecks = 1 << 6;
    public const ulong Cr4GlobalPages = 1 << 7;
    public const ulong Cr4UserModeInstructionPrevention = 1 << 11;
    public const ulong Cr4OsXsave = 1 << 18;
    public const ulong Cr4Smep = 1 << 20;
    public const ulong Cr4Smap = 1 << 21;
    public const ulong EferLongModeActive = 1 << 10;
    public const ulong EferNoExecute = 1 << 11;

    /// <summary>The value of CR0, CR3, CR4 or EFER.</summary>
    public static ulong Read(RunningMachine machine, string name)
    {
        Match match = Regex.Match(machine.Ask("info registers"), $@"\b{name}=([0-9a-f]+)");
        Assert.True(match.Success, $"QEMU shows no {name}");
        return ulong.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
