using System;
using System.Buffers.Binary;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tests.Host.Console;
using Kernel.Tests.Host.Diagnostics;
using Kernel.Tests.Host.Loading;
using Kernel.Tests.Host.Tasks;
using Kernel.Tests.Host.Text;
using Kernel.Traps;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Traps;

/// <summary>What is said of a program that breaks a rule, and that neither its stack nor its symbols can do harm.</summary>
[Collection(SharedConsole.Name)]
public sealed class EndReportTests : IDisposable
{
    // The sample table's functions, at the code of the sample program.
    private const ulong Load = ElfBuilder.Entry;
    private const ulong Main = Load + SampleTable.Main - SampleTable.Base;
    private const ulong MainReturns = Main + 0x10;
    private const int SymbolsPart = 5;
    private const int StackWords = 64;

    private SimUart _port = null!;
    private TaskRig _rig = null!;

    private static byte[] Table
    {
        get
        {
            byte[] table = SampleTable.Bytes;
            BinaryPrimitives.WriteUInt64LittleEndian(table.AsSpan(8), Load);
            return table;
        }
    }

    private VirtAddr Stack => new(_rig.First.Task.Registers.Rsp - (StackWords * sizeof(ulong)));

    public void Dispose() => SimMachine.Reset();

    [Fact]
    public void TheFunctionAndItsCallersAreNamed()
    {
        string[] lines = Report(Archive(Table), Load, MainReturns, 0, 0x77);
        Assert.Equal(
        [
            "  RIP 0000000000401010  RSP " + $"{Stack.Value:x16}  error code 0",
            "  at K.M.Gdt.Load in K/M/Gdt.cs:10  [0x0000000000401010]",
            "  at K.M.Gdt.Main in K/M/Gdt.cs:20  [0x0000000000401050]",
        ], lines[1..]);
        Assert.EndsWith(", init, is ended: invalid opcode (#UD): the bytes at RIP are no instruction", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void OfAPageFaultItIsToldWhatWasTriedAndWhere()
    {
        Begin(Archive(Table));
        string[] lines = ReportAt(new TrapFrame { Vector = 14, ErrorCode = 6, Rip = Load, Rsp = Stack.Value });
        Assert.Equal("  it tried to write to a page that is not mapped, at 0x0000000000001234", lines[1]);
    }

    [Fact]
    public void AFunctionOfNoFileHasItsNameOnly() => Assert.Equal(
        ["  at trap  [0x0000000000401072]"], Trace(Report(Archive(Table), Load + 0x62)));

    [Fact]
    public void ACallToNothingIsItsCallersFault() => Assert.Equal(
        ["  at K.M.Gdt.Main in K/M/Gdt.cs:20  [0x0000000000401050]"],
        Trace(Report(Archive(Table), rip: 0, MainReturns, 0, 0x77)));

    [Fact]
    public void NoSymbolsNoNames() => Assert.Empty(Trace(Report(Archive([]), Load, MainReturns)));

    [Fact]
    public void ARecursionWithoutEndIsCut()
    {
        string[] lines = Trace(Report(Archive(Table), Load, [.. Enumerable.Repeat(Load + 0x1F, StackWords)]));
        Assert.Equal(EndReport.MostFunctions + 1, lines.Length);
        Assert.Equal("  and so on", lines[^1]);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(0x40_1000UL - 8)]
    [InlineData(0x40_3FFCUL)]
    [InlineData(0x7FFF_FFFF_FFF8UL)]
    [InlineData(0xFFFF_8000_0000_0000UL)]
    [InlineData(0xFFFF_FFFF_FFFF_FFF8UL)]
    [InlineData(0xFFFF_FFFF_FFFF_FFFFUL)]
    public void AStackThatIsNoneEndsTheTrace(ulong rsp)
    {
        Begin(Archive(Table));
        string[] lines = ReportAt(new TrapFrame { Vector = 6, Rip = Load, Rsp = rsp });
        Assert.Equal(["  at K.M.Gdt.Load in K/M/Gdt.cs:10  [0x0000000000401010]"], Trace(lines));
    }

    [Fact]
    public void NothingComesIntoBeingForATrace()
    {
        Begin(Archive(Table));
        FrameCount used = _rig.Core.Memory.Frames.Used;
        ReportAt(new TrapFrame { Vector = 6, Rip = Load, Rsp = Stack.Value });
        Assert.Equal(used, _rig.Core.Memory.Frames.Used);
    }

    [Theory]
    [InlineData(0u, EndCause.OutOfMemory, "a page that there is no memory for")]
    [InlineData(1u, EndCause.Trapped, "a page that is not mapped")]
    public void MemoryThatIsLackingIsNobodysFault(uint free, EndCause expected, string page)
    {
        Begin(Archive(Table));
        var frame = new TrapFrame { Vector = 14, ErrorCode = 6, Rip = Load, Rsp = Stack.Value };
        var toCome = new VirtAddr(Stack.Value - 0x3000);
        _rig.LeaveFree(free);
        Assert.Equal(expected, ProgramFaults.CauseOf(ref _rig.Core, in frame, toCome));
        _rig.LeaveFree(0);
        Assert.Contains($"  it tried to write to {page}, at 0x0000000000001234", ReportAt(frame, expected));
    }

    [Fact]
    public void DamagedSymbolsAndStacksDoNoHarm()
    {
        byte[] archive = Archive(Table);
        byte[] sound = [.. archive];
        int start = archive.AsSpan().IndexOf(Table);
        Begin(archive);
        int named = 0;
        for (int seed = 0; seed < Programs.PartOf(20_000, least: 200); seed++)
        {
            var random = new Random(seed);
            sound.CopyTo(archive, 0);
            for (int changes = random.Next(6); changes > 0; changes--)
            {
                archive[start + random.Next(Table.Length)] = (byte)random.Next(256);
            }

            Fill([.. Enumerable.Range(0, StackWords).Select(_ => Wild(random))]);
            _port = SharedConsole.PlugIn();
            string[] lines = ReportAt(new TrapFrame
            {
                Vector = 14,
                Rip = Wild(random),
                Rsp = random.Next(4) == 0 ? Wild(random) : Stack.Value + (8 * (ulong)random.Next(StackWords)),
                Rbp = Wild(random),
            });
            Assert.InRange(lines.Length, 3, 3 + EndReport.MostFunctions + 1);
            named += lines.Length - 3;
        }

        Assert.NotEqual(0, named);
    }

    private static string[] Trace(string[] lines) => [.. lines.Skip(2)];

    private static byte[] Archive(byte[] symbols) => new ArchiveBuilder()
        .File("init", ElfBuilder.Sample.With(SymbolsPart, part => part with { Contents = symbols }).Build())
        .Build();

    // A function, a place in the stack, or anything.
    private ulong Wild(Random random) => random.Next(4) switch
    {
        0 => (ulong)random.NextInt64(long.MinValue, long.MaxValue),
        1 => Stack.Value + (ulong)random.Next(-64, 128),
        _ => Load + (ulong)random.Next(0x70),
    };

    private string[] Report(byte[] archive, ulong rip, params ulong[] stack)
    {
        Begin(archive);
        Fill(stack);
        return ReportAt(new TrapFrame { Vector = 6, Rip = rip, Rsp = Stack.Value });
    }

    private void Begin(byte[] archive)
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 400, archive);
        _port = SharedConsole.PlugIn();
    }

    private void Fill(ulong[] words)
    {
        byte[] bytes = new byte[words.Length * sizeof(ulong)];
        Buffer.BlockCopy(words, 0, bytes, 0, bytes.Length);
        _rig.Write(_rig.First, Stack, bytes);
    }

    private string[] ReportAt(TrapFrame frame, EndCause cause = EndCause.Trapped)
    {
        EndReport.Write(ref _rig.Core, in frame, new VirtAddr(0x1234), cause);
        const string prefix = "[   0.000000] error: ";
        return [.. _port.Sent.Split("\r\n")
            .Where(static line => line.StartsWith(prefix, StringComparison.Ordinal))
            .Select(static line => line[prefix.Length..])];
    }
}
