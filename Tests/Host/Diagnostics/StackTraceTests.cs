using System;
using System.Collections.Generic;
using Kernel.Diagnostics;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Diagnostics;

public class StackTraceTests
{
    private const ulong Stack = 0xFFFF_FFFF_9000_0000;
    private const ulong LoadReturns = SampleTable.Load + 0x10;
    private const ulong MainReturns = SampleTable.Main + 0x10;
    private const ulong OwnBp = 0xB0;
    private const ulong SavedBp = 0xB1;
    private const ulong Local = 0x10CA1;

    private static readonly TrapFrameShape s_trapFrame = new(new ByteCount(16), new ByteCount(24), new ByteCount(8));

    /// <summary>How far Load has come: its offset, and what is on its stack below the return address.</summary>
    public static TheoryData<uint, ulong[], ulong> WaysThroughLoad => new()
    {
        { 0, [], SavedBp },
        { 1, [SavedBp], OwnBp },
        { 2, [SavedBp], OwnBp },
        { 3, [Local, SavedBp], OwnBp },
        { 7, [Local, Local, Local, Local, SavedBp], OwnBp },
        { 27, [Local, Local, Local, Local, SavedBp], OwnBp },
        { 28, [Local, SavedBp], OwnBp },
        { 30, [SavedBp], OwnBp },
        { 31, [], SavedBp },
    };

    [Theory]
    [MemberData(nameof(WaysThroughLoad))]
    public void FindsTheCallerFromEveryInstruction(uint offset, ulong[] below, ulong bp)
    {
        ulong[] words = [.. below, MainReturns];
        var first = StackFrame.AtInstruction(new VirtAddr(SampleTable.Load + offset), new VirtAddr(Stack), bp);
        (List<StackFrame> frames, _) = Walk(first, new SampleStack(Stack, words));
        ulong above = Stack + ((ulong)words.Length * sizeof(ulong));
        Assert.Equal([first, StackFrame.AtCall(new VirtAddr(MainReturns), new VirtAddr(above), SavedBp)], frames);
    }

    [Fact]
    public void FollowsRbpWhereItIsTheFrame()
    {
        var stack = new SampleStack(Stack, Local, Local, SavedBp, LoadReturns);
        var first = StackFrame.AtCall(new VirtAddr(MainReturns), new VirtAddr(Stack), Stack + 16);
        (List<StackFrame> frames, StackEnd end) = Walk(first, stack);
        Assert.Equal([first, StackFrame.AtCall(new VirtAddr(LoadReturns), new VirtAddr(Stack + 32), SavedBp)], frames);
        Assert.Equal(StackEnd.UnreadableStack, end);
    }

    [Fact]
    public void GoesOnWithWhatATrapInterrupted()
    {
        var stack = new SampleStack(Stack, 0, SavedBp, SampleTable.Load + 31, Stack + 40, Local, LoadReturns, 0, 0, 0, 0, 0);
        var first = StackFrame.AtCall(new VirtAddr(SampleTable.TrapEntry + 4), new VirtAddr(Stack), OwnBp);
        (List<StackFrame> frames, _) = Walk(first, stack);
        Assert.Equal(StackFrame.AtInstruction(new VirtAddr(SampleTable.Load + 31), new VirtAddr(Stack + 40), SavedBp), frames[1]);
        Assert.Equal(StackFrame.AtCall(new VirtAddr(LoadReturns), new VirtAddr(Stack + 48), SavedBp), frames[2]);
    }

    [Fact]
    public void DoesNotReadATrapFrameThatIsNotCompleteYet()
    {
        var first = StackFrame.AtInstruction(new VirtAddr(SampleTable.TrapEntry + 4), new VirtAddr(Stack), OwnBp);
        (List<StackFrame> frames, StackEnd end) = Walk(first, new SampleStack(Stack, 0, 0, 0, 0, 0));
        Assert.Equal(StackEnd.UnknownFrame, end);
        Assert.Single(frames);
    }

    [Fact]
    public void TakesTheCallsLastByteForTheCallersPlace()
    {
        var frame = StackFrame.AtCall(new VirtAddr(SampleTable.Load + 0x20), new VirtAddr(Stack), 0);
        Assert.Equal(SampleTable.Load + 0x1F, frame.Instruction.Value);
    }

    [Fact]
    public void EndsAtCodeThatHasNoSymbol()
    {
        (List<StackFrame> frames, StackEnd end) = Walk(
            StackFrame.AtInstruction(new VirtAddr(SampleTable.Load), new VirtAddr(Stack), 0), new SampleStack(Stack, 0x1234));
        Assert.Equal((2, StackEnd.UnknownFrame), (frames.Count, end));
    }

    [Theory]
    [InlineData(Stack - 16)]
    [InlineData(Stack - 32)]
    public void EndsWhereTheCallersFrameIsNotAbove(ulong bp)
    {
        var first = StackFrame.AtCall(new VirtAddr(MainReturns), new VirtAddr(Stack), bp);
        Assert.Equal(StackEnd.NotAscending, Walk(first, new SampleStack(Stack - 64, new ulong[16])).End);
    }

    [Fact]
    public void EndsAfterTheMostFramesThatItMayHave()
    {
        ulong[] words = new ulong[1000];
        words.AsSpan().Fill(LoadReturns);
        (List<StackFrame> frames, StackEnd end) = Walk(
            StackFrame.AtInstruction(new VirtAddr(SampleTable.Load), new VirtAddr(Stack), 0), new SampleStack(Stack, words));
        Assert.Equal((StackTrace<SampleStack>.MaxDepth, StackEnd.TooDeep), (frames.Count, end));
    }

    private static (List<StackFrame> Frames, StackEnd End) Walk(StackFrame first, SampleStack stack)
    {
        var trace = new StackTrace<SampleStack>(new SymbolTable(SampleTable.Bytes), first, s_trapFrame, stack);
        var frames = new List<StackFrame>();
        while (trace.MoveNext(out StackFrame frame))
        {
            frames.Add(frame);
        }

        return (frames, trace.End);
    }
}
