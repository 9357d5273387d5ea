using System;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>The first program: it starts the others, and sees how they end.</summary>
internal static class Program
{
    internal static int Main(ReadOnlySpan<byte> arguments, Handle parent)
    {
        Output.WriteLine($"init: {Call.Count(Counter.FreeFrames)} frames are free");
        Report("hello"u8, Call.Spawn("hello"u8, "world"u8, out Handle hello));
        Report("wait"u8, Call.Wait(hello, out _, out ExitStatus status));
        Output.WriteLine($"init: hello ended with {status.Code}");
        TalkToEcho();
        ForkOnce();
        Report("crash"u8, Call.Spawn("crash"u8, default, out Handle crash));
        Report("wait"u8, Call.Wait(crash, out _, out ExitStatus end));
        Output.WriteLine($"init: crash ended with {end.Code}");
        Output.WriteLine($"init: {Call.Count(Counter.FreeFrames)} frames are free, {Call.Count(Counter.Tasks)} task");
        return 0;
    }

    private static void TalkToEcho()
    {
        Report("spawn echo"u8, Call.Spawn("echo"u8, default, out Handle echo));
        Span<byte> reply = stackalloc byte[64];
        Report("send"u8, Call.Send(echo, "a short message"u8, reply, out ulong length));
        Output.WriteLine($"init: echo says \"{reply[..(int)length]}\"");
        Report("send"u8, Call.Send(echo, "a message that is longer than 32 bytes"u8, reply, out length));
        Output.WriteLine($"init: echo says \"{reply[..(int)length]}\"");
        Report("kill"u8, Call.Kill(echo));
        Report("wait"u8, Call.Wait(Handle.None, out _, out ExitStatus status));
        Output.WriteLine($"init: echo ended by cause {(ulong)status.Cause}");
    }

    private static void ForkOnce()
    {
        Report("fork"u8, Call.Fork(out Handle other, out bool isChild));
        if (isChild)
        {
            Words words = default;
            words.A = 42;
            CallError error = Call.Send(other, ref words);
            Call.Exit(error == CallError.None ? (int)words.A : -1);
        }

        Span<byte> buffer = stackalloc byte[32];
        Report("receive"u8, Call.Receive(buffer, out SenderId sender, out _));
        buffer[0]++;
        Report("reply"u8, Call.Reply(sender, buffer));
        Report("wait"u8, Call.Wait(other, out _, out ExitStatus status));
        Output.WriteLine($"init: the child ended with {status.Code}");
    }

    private static void Report(ReadOnlySpan<byte> what, CallError error)
    {
        if (error != CallError.None)
        {
            Output.WriteLine($"init: {what} failed with error {(ulong)error}");
        }
    }
}
