using Kernel.Firmware;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// What the kernel makes of a memory map at boot, of maps drawn from a seed: where records lie, which frames its own
/// tables get, and tables that have too few of them.
/// </summary>
internal static class BootMaps
{
    /// <summary>How many maps are tried, from seed 0 on.</summary>
    internal const ulong Count = 400;

    // Few enough for tables to run out.
    private const int MostFrames = 24;
    private const ulong Half = 1 << (Frame.Shift - 1);

    /// <summary>A sum of all answers for a seed.</summary>
    internal static ulong Sum(ref Laboratory laboratory, ulong seed)
    {
        var random = new Seeded((seed + 1) * 0x9E37_79B9_7F4A_7C15);
        PagingSum sum = default;
        AddPlan(ref laboratory.Draw(ref random, 1UL << (16 + random.Below(14))), ref random, ref sum);
        ref BootInfo boot = ref laboratory.Draw(ref random, Half);
        AddFrames(in boot, ref random, ref sum);
        AddTables(in boot, ref random, ref sum);
        return sum.Value;
    }

    private static void AddPlan(ref BootInfo boot, ref Seeded random, ref PagingSum sum)
    {
        RecordRuns runs = default;
        PhysRange image = random.Once(2) ? boot.Memory.Regions[0].Range : default;
        var next = new PhysAddr(BootFrames.Start.Value + ((ulong)random.Below(512) << Frame.Shift));
        sum.Add(RecordPlanner.TryPlan(in boot, new BootUse(in boot, image, next), ref runs) ? 1UL : 0);
        foreach (ref readonly RecordRun run in runs.All)
        {
            sum.Add(run.Described.First.Number);
            sum.Add(run.Described.End.Number);
            sum.Add(run.Backing.Number);
        }
    }

    private static void AddFrames(ref readonly BootInfo boot, ref Seeded random, ref PagingSum sum)
    {
        var frames = new BootFrames(in boot, boot.Memory.Regions[^1].Range);
        PhysAddr limit = random.Once(2) ? KernelTables.ReachableEnd : boot.Memory.Regions[0].Range.End;
        for (int taken = 0; taken < MostFrames; taken++)
        {
            sum.Add(frames.TryTake(limit, out PhysAddr frame) ? frame.Value : 1);
        }
    }

    private static void AddTables(ref readonly BootInfo boot, ref Seeded random, ref PagingSum sum)
    {
        PageSize largest = random.Below(3) switch
        {
            0 => PageSize.Small,
            1 => PageSize.Large,
            _ => PageSize.Huge,
        };
        var tables = new KernelTables(new BootFrames(in boot, default), largest);
        for (int maps = 0; maps < 3 && tables.IsComplete; maps++)
        {
            var start = new PhysAddr(((ulong)random.Below(8) << 21) + ((ulong)random.Below(3) << 11));
            var end = new PhysAddr(start.Value + 1 + ((ulong)random.Below(1200) << random.Below(22)));
            var at = new VirtAddr(KernelLayout.DirectMap.Value + ((ulong)(maps + 1) << 36) + start.Value);
            tables.Map(at, new PhysRange(start, end), PageRights.Write);
        }

        sum.Add(tables.IsComplete ? 1UL : 0);
        sum.Add(tables.FirstFreeFrame.Value);
        if (tables.Root != default)
        {
            AddTable(tables.Root, Machine.Geometry.Levels, ref sum);
        }
    }

    private static void AddTable(PhysAddr table, int level, ref PagingSum sum)
    {
        for (int index = 0; index < Machine.Geometry.EntriesPerTable; index++)
        {
            var entry = new PageEntry(Machine.PageTable(table)[index]);
            if (entry.IsPresent)
            {
                sum.Add((ulong)index);
                sum.Add(entry.Bits);
                if (level > 1 && (entry.Bits & PageEntry.Large) == 0)
                {
                    AddTable(entry.Frame, level - 1, ref sum);
                }
            }
        }
    }
}
