using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>
/// Every way a program can misbehave, each in a child of its own: the kernel ends the child, and nobody else notices.
/// The last way is to run for ever, which is no crime: the parent ends that one, because its own turn comes.
/// </summary>
internal static class Program
{
    internal static int Main(ReadOnlySpan<byte> arguments, Handle parent)
    {
        ulong count = Count();
        for (ulong which = 0; which < count; which++)
        {
            CallError error = Call.Fork(out Handle child, out bool isChild);
            if (error != CallError.None)
            {
                Output.WriteLine($"crash: fork failed with error {(ulong)error}");
                return 1;
            }

            if (isChild)
            {
                Do(which);
                return 0;
            }

            if (!EndedAsItShould(which, child, isForEver: which == count - 1))
            {
                return 1;
            }
        }

        Output.WriteLine($"crash: {count} misdeeds, and I am still here");
        return 0;
    }

    private static bool EndedAsItShould(ulong which, Handle child, bool isForEver)
    {
        if (isForEver)
        {
            _ = Call.Yield();
            _ = Call.Kill(child);
        }

        _ = Call.Wait(child, out _, out ExitStatus status);
        bool isAsExpected = status.Cause == (isForEver ? EndCause.Killed : EndCause.Trapped);
        if (!isAsExpected)
        {
            Output.WriteLine($"crash: misdeed {which} ended with cause {(ulong)status.Cause}, code {status.Code}");
        }

        return isAsExpected;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("do_misdeed")]
    private static extern void Do(ulong which);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("count_misdeeds")]
    private static extern ulong Count();
}
