using System;
using Kernel.Metal;

namespace Kernel;

/// <content>The test image's part.</content>
internal static partial class Startup
{
    static partial void RunTest()
    {
        if (State.Boot.CommandLine.TryGet("test"u8, out ReadOnlySpan<byte> name))
        {
            Crashes.Run(name);
            Panic.Stop("the crash that was asked for did not happen, or has no such name"u8);
        }
    }
}
