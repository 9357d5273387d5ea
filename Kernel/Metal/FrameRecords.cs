using Kernel.Firmware;
using Kernel.Memory;

namespace Kernel.Metal;

/// <summary>
/// Brings the frame table up: its records are mapped with the kernel's tables and filled in behind them.
/// </summary>
internal static class FrameRecords
{
    /// <summary>Decides where the records lie and maps them; panics where memory lacks the room.</summary>
    internal static void Map(ref KernelTables tables, ref readonly BootInfo boot, PhysRange image)
    {
        if (!State.Memory.Frames.TryPlan(in boot, new BootUse(in boot, image, tables.FirstFreeFrame)))
        {
            Panic.Stop("there is no memory for the frame table"u8);
        }

        foreach (ref readonly RecordRun run in State.Memory.Frames.Records.All)
        {
            FrameRange records = run.Records;
            tables.Map(
                run.FirstRecord, new PhysRange(records.First.Address, records.End.Address), PageRights.Write);
        }
    }

    /// <summary>
    /// Fills in every record, once the tables are in use and complete. Panics where they have grown into the records.
    /// </summary>
    internal static void Fill(in KernelTables tables, ref readonly BootInfo boot, PhysRange image)
    {
        var inUse = new BootUse(in boot, image, tables.FirstFreeFrame);
        foreach (ref readonly RecordRun run in State.Memory.Frames.Records.All)
        {
            if (inUse.Overlaps(run.Records, out _))
            {
                Panic.Stop("there is no memory for the frame table beside the page tables"u8);
            }
        }

        State.Memory.Frames.Populate(in boot, in inUse);
    }
}
