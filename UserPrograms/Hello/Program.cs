using System;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>The smallest program.</summary>
internal static class Program
{
    internal static int Main(ReadOnlySpan<byte> arguments, Handle parent)
    {
        Output.WriteLine($"hello, {arguments}! I am task {Call.Count(Counter.Self)}");
        return 7;
    }
}
