using System;
using Kernel.Console;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// What faults cost a program, from the instruction that faults to its having gone on:
/// <c>cost NAME INSTRUCTIONS</c>, where the time-stamp counter counts instructions.
/// </summary>
internal static class Costs
{
    private const int LongestLine = 64;

    /// <summary>Writes them.</summary>
    internal static void Write()
    {
        if (!Clocks.CountsInstructions)
        {
            return;
        }

        AddressSpace space = Scene.NewSpace();
        RingThree.MapPrograms(ref space);
        Scene.Map(ref space, pages: 8);
        Write("zero-by-read"u8, ref space, RingThreeProgram.TimedRead, page: 0);
        Write("zero-by-write"u8, ref space, RingThreeProgram.TimedWrite, page: 1);
        Write("no-fault-read"u8, ref space, RingThreeProgram.TimedRead, page: 0);
        Write("no-fault-write"u8, ref space, RingThreeProgram.TimedWrite, page: 1);
        _ = Measure(ref space, RingThreeProgram.TimedWrite, page: 2);
        AddressSpace child = Scene.Fork(ref space);
        Write("first-copy"u8, ref space, RingThreeProgram.TimedWrite, page: 0);
        Write("copy"u8, ref space, RingThreeProgram.TimedWrite, page: 1);
        Scene.Destroy(ref child);
        Write("sole"u8, ref space, RingThreeProgram.TimedWrite, page: 2);
        Scene.Destroy(ref space);
    }

    private static void Write(
        ReadOnlySpan<byte> name, ref AddressSpace space, RingThreeProgram program, ulong page)
    {
        Span<byte> text = stackalloc byte[LongestLine];
        var line = new TextBuffer(text);
        line.Append("cost "u8);
        line.Append(name);
        line.Append(' ');
        line.AppendDecimal(Measure(ref space, program, page));
        ConsoleState.Console.WriteLine(line.Text, CellColours.Plain);
    }

    private static ulong Measure(ref AddressSpace space, RingThreeProgram program, ulong page)
    {
        RingThreeState end = RingThree.Run(ref space, program, Scene.Base + new ByteCount(page * 4096));
        Scene.Insist(end.HasFinished);
        return end.Registers.Rax;
    }
}
