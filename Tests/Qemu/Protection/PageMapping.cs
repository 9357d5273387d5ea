using System;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;

namespace QemuTests.Protection;

/// <summary>A page that the processor's tables map, as QEMU's <c>info tlb</c> walks them.</summary>
/// <param name="Address">The page's first virtual address.</param>
/// <param name="Frame">The physical address of its frame.</param>
/// <param name="Flags">X no-execute, G global, P large or huge, D dirty, A accessed, C uncached, T write-through,
/// U user, W writable.</param>
internal sealed partial record PageMapping(ulong Address, ulong Frame, string Flags)
{
    /// <summary>Instructions can be fetched from it.</summary>
    public bool IsExecutable => !Flags.Contains('X', StringComparison.Ordinal);

    /// <summary>It can be written to.</summary>
    public bool IsWritable => Flags.Contains('W', StringComparison.Ordinal);

    /// <summary>Ring 3 can use it.</summary>
    public bool IsUser => Flags.Contains('U', StringComparison.Ordinal);

    /// <summary>It stays in the TLB when CR3 changes.</summary>
    public bool IsGlobal => Flags.Contains('G', StringComparison.Ordinal);

    /// <summary>Its rights as a listing shows them: <c>r-x</c>.</summary>
    public string Rights => $"r{(IsWritable ? 'w' : '-')}{(IsExecutable ? 'x' : '-')}";

    /// <summary>All pages that a machine's processor can reach now.</summary>
    public static PageMapping[] ReadAll(RunningMachine machine) =>
        [.. Row().Matches(machine.Ask("info tlb")).Select(static match => new PageMapping(
            Convert.ToUInt64(match.Groups["address"].Value, 16),
            Convert.ToUInt64(match.Groups["frame"].Value, 16),
            match.Groups["flags"].Value))];

    [GeneratedRegex(@"^(?<address>[0-9a-f]{16}): (?<frame>[0-9a-f]{16}) (?<flags>[A-Z-]{9})", RegexOptions.Multiline)]
    private static partial Regex Row();
}
