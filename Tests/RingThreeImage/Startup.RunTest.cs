using System;
using Kernel.Metal;
using Kernel.Ring3;

namespace Kernel;

/// <content>The image's part.</content>
internal static partial class Startup
{
    static partial void RunTest()
    {
        RingThree.Open();
        if (!State.Boot.CommandLine.TryGet("test"u8, out ReadOnlySpan<byte> name))
        {
            Scenes.PlayAll();
            Costs.Write();
            Scene.Write("end"u8);
            X2Mode.TryTicks();
        }
        else if (name.SequenceEqual("tables"u8))
        {
            TableScript.Play();
            Scene.Write("end"u8);
        }
        else if (name.SequenceEqual("paging"u8))
        {
            PagingRuns.Play();
        }
        else if (name.SequenceEqual("walks"u8))
        {
            Walks.Try();
        }
        else if (name.SequenceEqual("stuck-timer"u8))
        {
            StuckTimer.FallBack();
        }
        else
        {
            Panic.Stop("there is no test of that name"u8);
        }
    }
}
