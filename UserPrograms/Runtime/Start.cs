using System;
using System.Runtime;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>Between the kernel and a program's Main.</summary>
internal static unsafe class Start
{
    [RuntimeExport("OnStart")]
    internal static void OnStart(byte* arguments, ulong length, uint parent, ulong gifts)
    {
        _ = gifts;
        int code = Program.Main(new ReadOnlySpan<byte>(arguments, (int)length), new Handle(parent));
        Call.Exit(code);
    }

    [RuntimeExport("OnStackDamage")]
    internal static void OnStackDamage() => Fail("a buffer on the stack was overrun"u8);

    [RuntimeExport("OnLanguageFault")]
    internal static void OnLanguageFault(int fault)
    {
        Output.WriteLine($"a rule of the language was broken: fault {fault}");
        Call.Exit(-1);
    }

    private static void Fail(ReadOnlySpan<byte> reason)
    {
        Output.WriteLine($"{reason}");
        Call.Exit(-1);
    }
}
