using System.Collections.Generic;
using System.Linq;
using QemuTests.Support;

namespace QemuTests.Protection;

/// <summary>The pages of the kernel's parts, where the linker put them.</summary>
internal static class LinkedKernel
{
    private const ulong PageSize = 4096;

    private static readonly string[] s_guards =
        ["guard_kernel", "guard_double_fault", "guard_nmi", "guard_machine_check"];

    /// <summary>The addresses of the guard pages below the stacks.</summary>
    public static IReadOnlyList<ulong> Guards { get; } = [.. s_guards.Select(LinkedSymbols.Kernel.AddressOf)];

    /// <summary>The first addresses of a section's pages.</summary>
    public static IEnumerable<ulong> PagesOf(string section)
    {
        ulong end = LinkedSymbols.Kernel.AddressOf($"{section}_end");
        for (ulong page = LinkedSymbols.Kernel.AddressOf($"{section}_start"); page < end; page += PageSize)
        {
            yield return page;
        }
    }
}
