using System;
using Kernel.Audit;

namespace Kernel;

/// <content>The audited image's part: <c>test=N</c> looks before every Nth call; without it, nothing is looked at.</content>
internal static partial class Startup
{
    static partial void RunTest()
    {
        uint every = 0;
        if (State.Boot.CommandLine.TryGet("test"u8, out ReadOnlySpan<byte> text))
        {
            foreach (byte digit in text)
            {
                every = (every * 10) + digit - '0';
            }
        }

        AuditEntry.Every = every;
    }
}
