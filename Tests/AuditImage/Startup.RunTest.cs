using System;
using Kernel.Audit;
using Kernel.Units;

namespace Kernel;

/// <content>
/// The audited image's part: <c>test=N</c> looks before every Nth call; without it, nothing is looked at.
/// <c>test=N,M</c> also promises the first program M frames more than there are: the only way to memory that runs out
/// before quotas do.
/// </content>
internal static partial class Startup
{
    static partial void RunTest()
    {
        _ = State.Boot.CommandLine.TryGet("test"u8, out ReadOnlySpan<byte> text);
        int comma = text.IndexOf((byte)',');
        AuditEntry.Every = NumberIn(comma < 0 ? text : text[..comma]);
        State.Memory.Capacity += new FrameCount(comma < 0 ? 0 : NumberIn(text[(comma + 1)..]));
    }

    private static uint NumberIn(ReadOnlySpan<byte> text)
    {
        uint number = 0;
        foreach (byte digit in text)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
