using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Protection;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>
/// Addresses that an entry above the last level forbids to execute, whatever the entries below it say (Intel SDM
/// vol. 3, 4.6.1). QEMU's lists do not show it: <c>info tlb</c> knows the last entry, <c>info mem</c> no no-execute.
/// </summary>
/// <param name="Start">The first address.</param>
/// <param name="End">The first address behind them.</param>
internal sealed partial record ExecutionBan(ulong Start, ulong End)
{
    private const int EntriesPerTable = 512;
    private const int IndexBits = 9;
    private const int RootShift = 39;
    private const int LastTableShift = 21;
    private const ulong Present = 1;
    private const ulong PageSize = 1 << 7;
    private const ulong NoExecute = 1UL << 63;
    private const ulong FrameBits = 0x000f_ffff_ffff_f000;

    /// <summary>The page at this address is among them.</summary>
    public bool Covers(ulong page) => page >= Start && page < End;

    /// <summary>All that the tables which the processor uses now hold for user addresses.</summary>
    public static ExecutionBan[] ReadAll(RunningMachine machine) =>
        [.. Below(machine, ControlRegister.Read(machine, "CR3") & FrameBits, 0, RootShift)];

    private static IEnumerable<ExecutionBan> Below(RunningMachine machine, ulong table, ulong start, int shift)
    {
        int count = shift == RootShift ? EntriesPerTable / 2 : EntriesPerTable;
        ulong[] entries = [.. ReadTable(machine, table)];
        for (int i = 0; i < count; i++)
        {
            ulong entry = entries[i];
            ulong address = start + ((ulong)i << shift);
            if ((entry & Present) == 0)
            {
                continue;
            }
            if ((entry & NoExecute) != 0)
            {
                yield return new ExecutionBan(address, address + (1UL << shift));
            }
            else if (shift > LastTableShift && (entry & PageSize) == 0)
            {
                foreach (ExecutionBan ban in Below(machine, entry & FrameBits, address, shift - IndexBits))
                {
                    yield return ban;
                }
            }
        }
    }

    private static IEnumerable<ulong> ReadTable(RunningMachine machine, ulong table)
    {
        MatchCollection words = Word().Matches(machine.Ask($"xp /{EntriesPerTable}gx 0x{table:x}"));
        Assert.True(words.Count == EntriesPerTable, $"QEMU shows {words.Count} entries of the table at {table:x}");
        return words.Select(static match =>
            ulong.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(" 0x([0-9a-f]{16})")]
    private static partial Regex Word();
}
