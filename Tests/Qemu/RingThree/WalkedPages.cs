using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Protection;

namespace QemuTests.RingThree;

/// <summary>The user pages that QEMU finds in the processor's tables, of 4 KiB each.</summary>
/// <param name="Frames">The physical address of each page's frame.</param>
/// <param name="Writable">Those that can be written to: the entries of all levels allow it.</param>
/// <param name="Executable">Those whose own entry lets them be executed.</param>
internal sealed partial record WalkedPages(
    Dictionary<ulong, ulong> Frames, HashSet<ulong> Writable, HashSet<ulong> Executable)
{
    private const ulong PageSize = 4096;
    private const ulong LargeSize = 2 << 20;

    /// <summary>The pages that a stopped or waiting machine's processor can reach now.</summary>
    public static WalkedPages Read(RunningMachine machine)
    {
        var pages = new WalkedPages([], [.. WritablePages(machine)], []);
        foreach (PageMapping mapping in PageMapping.ReadAll(machine).Where(static mapping => mapping.IsUser))
        {
            // The script has no page of 1 GiB.
            ulong size = mapping.Flags.Contains('P', StringComparison.Ordinal) ? LargeSize : PageSize;
            for (ulong offset = 0; offset < size; offset += PageSize)
            {
                pages.Frames.Add(mapping.Address + offset, mapping.Frame + offset);
                if (mapping.IsExecutable)
                {
                    pages.Executable.Add(mapping.Address + offset);
                }
            }
        }
        return pages;
    }

    // "info mem" joins the rights of all levels, no-execute aside; "info tlb" shows the last entry's.
    private static IEnumerable<ulong> WritablePages(RunningMachine machine)
    {
        foreach (Match match in Row().Matches(machine.Ask("info mem")))
        {
            ulong end = Convert.ToUInt64(match.Groups["end"].Value, 16);
            for (ulong page = Convert.ToUInt64(match.Groups["start"].Value, 16); page < end; page += PageSize)
            {
                yield return page;
            }
        }
    }

    [GeneratedRegex("^(?<start>[0-9a-f]{16})-(?<end>[0-9a-f]{16}) [0-9a-f]{16} urw", RegexOptions.Multiline)]
    private static partial Regex Row();
}
