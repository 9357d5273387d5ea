using System;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tests.Host.Console;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>What a program prints is on the console, whole, and only what it may read.</summary>
[Collection(SharedConsole.Name)]
public sealed class PrintCallTests : IDisposable
{
    private const int Page = 1 << 12;

    private readonly TaskRig _rig;
    private readonly SimUart _port;

    public PrintCallTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 100, pages: 4);
        _port = SharedConsole.PlugIn();
    }

    public void Dispose() => SimMachine.Reset();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(100, 50)]
    [InlineData(Page - 10, 10)]
    [InlineData(Page - 10, 30)]
    [InlineData(0, Page)]
    [InlineData(5, Page)]
    public void TextIsPrintedWhereverItLies(int offset, int length)
    {
        byte[] text = [.. Enumerable.Range(0, length).Select(static i => (byte)('a' + (i % 26)))];
        VirtAddr at = TaskRig.Pages + new ByteCount((ulong)offset);
        _rig.Write(_rig.First, at, [.. text, (byte)'!']);
        _rig.First.Task.Registers.Rax = 5;
        Assert.Equal(0, _rig.Call(SystemCall.Print, at.Value, (ulong)length));
        Assert.Equal(string.Concat(text.Select(static letter => (char)letter)), _port.Sent);
    }

    [Fact]
    public void TextOnPagesThatMustNotBeWrittenIsPrinted()
    {
        _rig.Write(_rig.First, TaskRig.Pages, "text"u8);
        Assert.Equal(0, _rig.Call(SystemCall.Protect, TaskRig.Pages.Value, Page));
        Assert.Equal(0, _rig.Call(SystemCall.Print, TaskRig.Pages.Value, 4));
        Assert.Equal("text", _port.Sent);
    }

    [Theory]
    [InlineData(0, (ulong)Page + 1, CallError.BadArgument)]
    [InlineData(0, ulong.MaxValue, CallError.BadArgument)]
    [InlineData((4 * Page) - 1, 2ul, CallError.BadBuffer)]
    [InlineData(-1, 2ul, CallError.BadBuffer)]
    public void WhatIsNotTheProgramsIsNot(int offset, ulong length, CallError error)
    {
        ulong at = TaskRig.Pages.Value + (ulong)(long)offset;
        Assert.Equal(-(long)error, _rig.Call(SystemCall.Print, at, length));
        Assert.Empty(_port.Sent);
    }

    [Fact]
    public void AStackGrowsForIt()
    {
        TaskRig rig = CallPoints.Programs();
        Assert.Equal(0, rig.Call(SystemCall.Print, rig.First.Task.Registers.Rsp - (2 * Page), 1));
    }

    [Fact]
    public void WithoutMemoryForATextToComeThereIsNone()
    {
        _rig.LeaveFree(0);
        Assert.Equal(-(long)CallError.OutOfMemory, _rig.Call(SystemCall.Print, TaskRig.Pages.Value, 1));
        Assert.Empty(_port.Sent);
    }
}
