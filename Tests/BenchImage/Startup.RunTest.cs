using Kernel.Bench;
using Kernel.Ring3;

namespace Kernel;

/// <content>The benchmark image's part.</content>
internal static partial class Startup
{
    static partial void RunTest()
    {
        SelfCheck.Run();
        RingThree.Open();
        FaultMeter.Check();
        Report.Write<FrameTakeRelease>();
        Report.Write<PageClear>();
        Report.Write<PageCopy>();
        Report.Write<MapUnmap>();
        FaultMeter.Report<WriteFaultSole>();
        FaultMeter.Report<WriteFaultCopy>();
        FaultMeter.Report<WriteFaultFirst>();
        FaultMeter.Report<DemandZeroFault>();
        Report.Write<LendPages<LentPage>>();
        Report.Write<LendPages<LentPages>>();
        Report.Write<LendPages<LentMebibyte>>();
        Report.Write<LendPages<LentTables>>();
        Report.Write<ForkSpace<OneMebibyte>>();
        Report.Write<ForkSpace<SixteenMebibytes>>();
        MetadataShare.Write();
    }
}
