using Kernel.Bench;

namespace Kernel;

/// <content>The benchmark image's part.</content>
internal static partial class Startup
{
    static partial void RunTest()
    {
        SelfCheck.Run();
        Report.Write<FrameTakeRelease>();
        Report.Write<PageClear>();
        Report.Write<PageCopy>();
        Report.Write<Fork1>();
        Report.Write<FaultSole>();
        Report.Write<FaultCopy>();
        Report.Write<FaultFirst>();
        Report.Write<FaultZero>();
        Report.Write<Lend4>();
        Report.Write<Lend64>();
        Report.Write<Lend1M>();
        Report.Write<Lend16M>();
        Report.Write<MapUnmap>();
        MetadataShare.Write();
    }
}
