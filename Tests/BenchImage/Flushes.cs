using System;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>
/// How long it takes to make the processor forget pages one by one, and all of them at once: <c>test=flushes</c>. Each
/// with reads of all pages in use, because what was forgotten has to be fetched again. That is time, which a count of
/// instructions does not show; so this is measured where the time-stamp counter is a clock, and only ratios mean
/// anything.
/// </summary>
internal static unsafe class Flushes
{
    // The least of so many is what nothing else disturbed.
    private const int Repetitions = 64;
    private const int PagesInUse = 256;
    private const int LongestLine = 64;

    private static int s_pages;
    private static uint s_read;

    /// <summary>What asks for it on the command line.</summary>
    internal static ReadOnlySpan<byte> Name => "flushes"u8;

    /// <summary>Writes <c>flush-each-N</c> and <c>flush-all-N</c> for N pages, and where the kernel changes over.</summary>
    internal static void Write()
    {
        Workspace.Fill(new FrameCount(PagesInUse).Bytes);

        // The reads are the kernel's, of pages that are the program's.
        ulong controls = Cpu.ReadCr4();
        Cpu.WriteCr4(controls & ~(ulong)ControlRegister4.Smap);

        // Once for nothing: an emulator sizes its TLB by what was used between two flushes of all.
        _ = Least(&ForgetAll);
        for (s_pages = 1; s_pages <= PagesInUse; s_pages *= 2)
        {
            WriteLine("flush-each-"u8, s_pages, Least(&ForgetEach));
            WriteLine("flush-all-"u8, s_pages, Least(&ForgetAll));
        }

        Cpu.WriteCr4(controls);
        Workspace.Clear();
        WriteLine("flush-limit-"u8, PagesInUse, new Measured(Invalidations.MostPages, 0, 0));
    }

    private static void ForgetEach()
    {
        for (int i = 0; i < s_pages; i++)
        {
            Cpu.InvalidatePage(Workspace.Page((ulong)i).Value);
        }
    }

    private static void ForgetAll() => Cpu.WriteCr3(Cpu.ReadCr3());

    // With the writes of CR3 and the INVLPG of one repetition.
    private static Measured Least(delegate*<void> forget)
    {
        ulong least = ulong.MaxValue;
        ulong rootWrites = FlushCounts.RootWrites();
        ulong invalidations = FlushCounts.Invalidations();
        for (int i = 0; i < Repetitions; i++)
        {
            ReadPages();
            ulong start = Cpu.ReadTimeStamp();
            forget();
            ReadPages();
            ulong taken = Cpu.ReadTimeStamp() - start;
            least = taken < least ? taken : least;
        }

        return new Measured(
            least,
            (FlushCounts.RootWrites() - rootWrites) / Repetitions,
            (FlushCounts.Invalidations() - invalidations) / Repetitions);
    }

    private static void ReadPages()
    {
        for (int i = 0; i < PagesInUse; i++)
        {
            s_read += *(byte*)Workspace.Page((ulong)i).Value;
        }
    }

    private static void WriteLine(ReadOnlySpan<byte> kind, int pages, Measured measured)
    {
        Span<byte> space = stackalloc byte[LongestLine];
        var line = new TextBuffer(space);
        line.Append("figure "u8);
        line.Append(kind);
        line.AppendDecimal((ulong)pages);
        line.Append(' ');
        Report.AppendCounts(ref line, measured);
        Report.End(in line);
    }
}
