using System;
using System.Linq;
using System.Text;
using Kernel.Diagnostics;
using Kernel.Tests.Host.Console;
using Kernel.Tests.Host.Diagnostics;
using Kernel.Traps;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Traps;

[Collection(SharedConsole.Name)]
public class PanicReportTests
{
    private const ulong Stack = 0xFFFF_FFFF_9000_0000;
    private const ulong MainReturns = SampleTable.Main + 0x10;

    private static readonly StackGuards s_guards =
        new(new VirtAddr(0x1000), new VirtAddr(0x3000), new VirtAddr(0x5000), new VirtAddr(0x7000));

    [Fact]
    public void APageFaultIsToldInWordsWithItsAddressAndErrorCode()
    {
        string[] lines = Report(new TrapFrame { Vector = 14, ErrorCode = 3, Rip = SampleTable.Load }, cr2: 0xABC000);
        Assert.Equal(
            "KERNEL PANIC: page fault (#PF): the kernel tried to write to a page that is read-only, at 0x0000000000abc000",
            lines[1]);
        Assert.Equal("  error code 0x3: P=1 protection, W=1 write, U=0 supervisor", lines[2]);
    }

    [Theory]
    [InlineData(0UL, true)]
    [InlineData(4095UL, true)]
    [InlineData(4096UL, false)]
    public void AFaultInTheFirstPageIsCalledANullReference(ulong address, bool expected)
    {
        string[] lines = Report(new TrapFrame { Vector = 14, Rip = SampleTable.Load }, address);
        Assert.Equal(expected, lines[1].EndsWith(", a null reference", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0x1FF8UL, "kernel")]
    [InlineData(0x3000UL, "double-fault")]
    [InlineData(0x5FFFUL, "NMI")]
    [InlineData(0x7008UL, "machine-check")]
    public void ADoubleFaultAtAGuardPageIsAStackOverflow(ulong address, string stack)
    {
        string[] lines = Report(new TrapFrame { Vector = 8, Rip = SampleTable.Load }, address);
        Assert.Equal(
            $"KERNEL PANIC: stack overflow: the {stack} stack ran into its guard page at 0x{address:x16}", lines[1]);
    }

    [Theory]
    [InlineData(0x0FFFUL)]
    [InlineData(0x2000UL)]
    public void AnyOtherDoubleFaultIsJustThat(ulong address)
    {
        string[] lines = Report(new TrapFrame { Vector = 8, Rip = SampleTable.Load }, address);
        Assert.Equal(
            "KERNEL PANIC: double fault (#DF): an exception while another was being delivered", lines[1]);
        Assert.Equal("  vector 8, error code 0x0", lines[2]);
    }

    [Fact]
    public void TheKernelsOwnReasonStandsForItself()
    {
        string[] lines = Report(new TrapFrame { Vector = 255, Rip = SampleTable.Load }, message: "no memory");
        Assert.Equal("KERNEL PANIC: no memory", lines[1]);
    }

    [Fact]
    public void EveryRegisterIsShownUnderItsName()
    {
        var frame = new TrapFrame
        {
            R15 = 15,
            R14 = 14,
            R13 = 13,
            R12 = 12,
            R11 = 11,
            R10 = 10,
            R9 = 9,
            R8 = 8,
            Rdi = 7,
            Rsi = 6,
            Rbp = 5,
            Rbx = 3,
            Rdx = 2,
            Rcx = 1,
            Rax = 0xA,
            Rip = 0xB,
            Cs = 0xC,
            Rflags = 0xD,
            Rsp = 0xE,
            Ss = 0xF,
        };
        string text = string.Join('\n', Report(frame));
        foreach ((string name, ulong value) in new (string, ulong)[]
        {
            ("RAX", 0xA), ("RBX", 3), ("RCX", 1), ("RDX", 2), ("RSI", 6), ("RDI", 7), ("RBP", 5), ("R8 ", 8), ("R9 ", 9),
            ("R10", 10), ("R11", 11), ("R12", 12), ("R13", 13), ("R14", 14), ("R15", 15), ("RIP", 0xB), ("RSP", 0xE),
        })
        {
            Assert.Contains($"{name} {value:x16}", text, StringComparison.Ordinal);
        }

        Assert.Contains("RFLAGS d  CS c  SS f", text, StringComparison.Ordinal);
        Assert.Contains("CR0 1  CR2 0  CR3 3  CR4 4  EFER 5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTraceNamesEachFunctionAndGoesOnWhereACallWentAstray()
    {
        string[] known = Report(new TrapFrame { Rip = SampleTable.Load, Rsp = Stack }, stack: [MainReturns, 0, 0x77]);
        string[] astray = Report(new TrapFrame { Rip = 0x1234, Rsp = Stack }, stack: [MainReturns, 0, 0x77]);
        Assert.Contains(known, line => line.StartsWith("  at K.M.Gdt.Load in K/M/Gdt.cs:10", StringComparison.Ordinal));
        Assert.Equal("Stack trace:", astray[Array.IndexOf(astray, "Stack trace:")]);
        Assert.StartsWith("  at K.M.Gdt.Main in", Trace(known)[1], StringComparison.Ordinal);
        Assert.StartsWith("  at K.M.Gdt.Main in", Trace(astray)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AFunctionThatIsNoneIsShownByItsAddress() => Assert.Equal(
        "  at 0x0000000000001234", Trace(Report(new TrapFrame { Rip = 0x1234, Rsp = 0 }))[0]);

    private static string[] Trace(string[] lines) => [.. lines.SkipWhile(line => line != "Stack trace:").Skip(1)];

    private static string[] Report(TrapFrame frame, ulong cr2 = 0, string message = "", params ulong[] stack)
    {
        SimUart port = SharedConsole.Start();
        var control = new ControlRegisters(1, cr2, 3, 4, 5);
        PanicReport.Write(
            in frame, in control, Encoding.UTF8.GetBytes(message), in s_guards,
            new SymbolTable(SampleTable.Bytes), new SampleStack(Stack, stack));
        return port.Sent.Split("\r\n");
    }
}
