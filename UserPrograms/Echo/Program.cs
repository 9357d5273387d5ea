using System;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>A server: it sends back what it is sent.</summary>
internal static class Program
{
    internal static int Main(ReadOnlySpan<byte> arguments, Handle parent)
    {
        Span<byte> buffer = stackalloc byte[64];
        while (true)
        {
            CallError error = Call.Receive(buffer, out SenderId sender, out ulong length);
            if (error == CallError.None)
            {
                error = Call.Reply(sender, buffer[..(int)length]);
            }

            if (error != CallError.None)
            {
                return (int)error;
            }
        }
    }
}
