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
        MetadataShare.Write();
    }
}
