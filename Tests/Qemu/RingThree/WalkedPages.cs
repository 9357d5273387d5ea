using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Protection;

namespace QemuTests.RingThree;

/// <summary>The user pages that QEMU finds in the processor's tables.</summary>
internal static partial class WalkedPages
{
    private const ulong LargeSize = 2 << 20;

    /// <summary>The pages that a waiting machine's processor can reach in ring 3 now, by address.</summary>
    public static Dictionary<ulong, UserPage> Read(RunningMachine machine)
    {
        Dictionary<ulong, bool> reachable = ReachablePages(machine);
        ExecutionBan[] bans = ExecutionBan.ReadAll(machine);
        var pages = new Dictionary<ulong, UserPage>();
        foreach (PageMapping mapping in PageMapping.ReadAll(machine).Where(static mapping => mapping.IsUser))
        {
            // The script has no page of 1 GiB.
            ulong size = mapping.Flags.Contains('P', StringComparison.Ordinal) ? LargeSize : UserPage.Size;
            for (ulong offset = 0; offset < size; offset += UserPage.Size)
            {
                ulong page = mapping.Address + offset;
                if (reachable.TryGetValue(page, out bool isWritable))
                {
                    bool isExecutable = mapping.IsExecutable && !bans.Any(ban => ban.Covers(page));
                    pages.Add(page, new UserPage(mapping.Frame + offset, isWritable, isExecutable));
                }
            }
        }
        return pages;
    }

    // Whether each can be written to. "info mem" joins the rights of all levels; "info tlb" shows the last entry's.
    private static Dictionary<ulong, bool> ReachablePages(RunningMachine machine)
    {
        var pages = new Dictionary<ulong, bool>();
        foreach (Match match in Row().Matches(machine.Ask("info mem")))
        {
            bool isWritable = match.Groups["write"].Value == "w";
            ulong end = Convert.ToUInt64(match.Groups["end"].Value, 16);
            for (ulong page = Convert.ToUInt64(match.Groups["start"].Value, 16); page < end; page += UserPage.Size)
            {
                pages.Add(page, isWritable);
            }
        }
        return pages;
    }

    [GeneratedRegex(
        "^(?<start>[0-9a-f]{16})-(?<end>[0-9a-f]{16}) [0-9a-f]{16} ur(?<write>[w-])", RegexOptions.Multiline)]
    private static partial Regex Row();
}
