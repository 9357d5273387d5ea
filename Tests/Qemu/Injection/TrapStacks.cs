using QemuTests.Support;

namespace QemuTests.Injection;

/// <summary>The stacks that the processor switches to for what comes at any instruction (Boot/start.asm).</summary>
internal static class TrapStacks
{
    private const ulong PageSize = 4096;

    /// <summary>The top of a trap's stack.</summary>
    public static ulong TopOf(InjectedTrap trap) => LinkedSymbols.Kernel.AddressOf($"stack_{NameOf(trap)}");

    /// <summary>Whether a stack pointer is in a trap's stack.</summary>
    public static bool IsOn(InjectedTrap trap, ulong pointer) =>
        pointer > LinkedSymbols.Kernel.AddressOf($"guard_{NameOf(trap)}") + PageSize && pointer <= TopOf(trap);

    private static string NameOf(InjectedTrap trap) => trap == InjectedTrap.NonMaskable ? "nmi" : "machine_check";
}
