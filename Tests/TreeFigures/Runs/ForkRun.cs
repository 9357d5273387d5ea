using Kernel.Machines;
using Kernel.Memory;

namespace TreeFigures.Runs;

/// <summary>A fork and the writes after it, on four levels of tables as on x86-64, of four entries each.</summary>
internal static class ForkRun
{
    /// <summary>The page that the child writes to.</summary>
    public const int WrittenPage = 5;

    private const int FrameCount = 40;

    /// <summary>
    /// Before the fork; after it; after the child wrote to a page; after the parent wrote to it, too.
    /// </summary>
    public static Snapshot[] Run()
    {
        var machine = new FigureMachine(new Geometry(Levels: 4, IndexBits: 2, PageBits: 12), FrameCount, firstPage: 0);
        Space parent = machine.Create("parent");
        machine.Map(parent, page: 1, count: 1, RegionKind.Code, PageRights.Execute);
        machine.Map(parent, page: 5, count: 2, RegionKind.Anonymous, PageRights.Write);
        machine.Map(parent, page: 30, count: 1, RegionKind.Stack, PageRights.Write);
        machine.Load(parent, 1, 0x0123_4567);
        machine.Write(parent, WrittenPage, 0xDEAD_BEEF);
        machine.Write(parent, 30, 0xCAFE_BAFE);
        Snapshot before = SnapshotReader.Read(machine, "fork-before", "Before the fork", parent);

        Space child = machine.Fork(parent, "child");
        Snapshot forked = SnapshotReader.Read(
            machine, "fork-after", "After the fork: one root is new", parent, child);

        machine.Write(child, WrittenPage, 0xC001_D00D);
        Snapshot written = SnapshotReader.Read(
            machine, "fork-written", "After the child wrote to page 05: three tables and a page are copied",
            parent, child);

        machine.Write(parent, WrittenPage, 0xFEED_C0DE);
        Snapshot both = SnapshotReader.Read(
            machine, "fork-settled", "After the parent wrote to page 05, too: nothing is copied", parent, child);
        return [before, forked, written, both];
    }
}
