using System;
using Kernel.Bench;
using Kernel.Ring3;

namespace Kernel;

/// <content>The benchmark image's part.</content>
internal static partial class Startup
{
    static partial void RunTest()
    {
        bool hasName = State.Boot.CommandLine.TryGet("test"u8, out ReadOnlySpan<byte> name);
        if (hasName && name.SequenceEqual(Flushes.Name))
        {
            RingThree.Open();
            Flushes.Write();
            return;
        }

        SelfCheck.Run();
        if (State.Boot.CommandLine.TryGet("init"u8, out _))
        {
            // A program measures, and asks for what this image counts.
            return;
        }

        RingThree.Open();
        FaultMeter.Check();
        if (hasName)
        {
            LargeFigures.Write(name);
        }
        else
        {
            WriteAllOthers();
        }
    }

    private static void WriteAllOthers()
    {
        Report.Write<FrameTakeRelease>();
        Report.Write<PageClear>();
        Report.Write<PageCopy>();
        Report.Write<MapUnmap>();
        FaultMeter.Report<WriteFaultSole>();
        FaultMeter.Report<WriteFaultCopy>();
        FaultMeter.Report<WriteFaultFirst>();
        FaultMeter.Report<WriteFaultFirstFull>();
        FaultMeter.Report<DemandZeroFault>();
        TickMeter.Report();
        Report.Write<LendPages<LentPage>>();
        Report.Write<LendPages<LentPages>>();
        Report.Write<LendPages<LentMebibyte>>();
        Report.Write<LendPages<LentTables>>();
        Report.Write<ForkSpace<OneMebibyte>>();
        Report.Write<ForkSpace<SixteenMebibytes>>();
        MetadataShare.Write();
    }
}
