using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// Every call that takes frames, with every number of free frames that does not suffice: whom it concerns is told, and
/// nothing has changed; with memory again, the same call succeeds.
/// </summary>
public sealed class CallFailureTests
{
    public static TheoryData<string> Points => [.. CallPoints.All.Select(static point => point.Name)];

    [Theory]
    [MemberData(nameof(Points))]
    public void TooFewFramesAreToldAndChangeNothing(string name)
    {
        CallPoint point = CallPoints.Find(name);
        uint free = 0;
        while (!Succeeds(point, rig => LeaveFree(rig, free), $"{name} with {free} free frames"))
        {
            free++;
        }

        Assert.InRange(free, 1u, 50u);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void TooLittleCapacityIsToldAndChangesNothing(string name)
    {
        CallPoint point = CallPoints.Find(name);
        uint more = 0;
        while (!Succeeds(point, rig => Limit(rig, more), $"{name} with a capacity for {more} more"))
        {
            more++;
        }

        // Pages that are there already, or are charged, take nothing of it.
        Assert.InRange(more, 0u, 100u);
    }

    [Fact]
    public void AReceiverThatWaitsIsToldAndTheMessageStays()
    {
        for (uint free = 0; ; free++)
        {
            TaskRig rig = CallPoints.Receiving(out ulong handle, out SimTaskSlot child);
            List<Frame> taken = rig.LeaveFree(free);
            rig.Call(SystemCall.Send, handle, CallPoints.Long, d: TaskRig.Pages.Value);
            Assert.Equal(child, rig.Core.Current);
            long told = (long)child.Task.Registers.Rax;
            rig.GiveBack(taken);
            rig.AssertSound();
            if (told >= 0)
            {
                Assert.Equal(TaskState.AwaitingReply, Core.StateOf(rig.First));
                Assert.InRange(free, 1u, 20u);
                return;
            }

            Assert.Equal(-(long)CallError.OutOfMemory, told);
            Assert.Equal(TaskState.Sending, Core.StateOf(rig.First));
            Assert.Equal((long)CallPoints.Long, CallPoints.Receive(rig, CallPoints.Buffer));
            AssertArrived(rig, child);
        }
    }

    [Fact]
    public void AClientWhoseReplyCannotBeCopiedIsToldAndTheServerIsNot()
    {
        for (uint free = 0; ; free++)
        {
            TaskRig rig = CallPoints.Asked(out SimTaskSlot child);
            List<Frame> taken = rig.LeaveFree(free);
            ulong sender = child.Task.Registers.Rdx;
            Assert.Equal(0, rig.Call(SystemCall.Reply, sender, CallPoints.Long, d: TaskRig.Pages.Value));
            Assert.Equal((child, TaskState.Ready), (rig.Core.Current, Core.StateOf(rig.First)));
            Assert.Equal(-(long)CallError.BadSender, rig.Call(SystemCall.Reply, sender));
            rig.GiveBack(taken);
            rig.AssertSound();
            long told = (long)rig.First.Task.Registers.Rax;
            if (told >= 0)
            {
                AssertArrived(rig, rig.First);
                Assert.InRange(free, 1u, 20u);
                return;
            }

            Assert.Equal(-(long)CallError.OutOfMemory, told);
        }
    }

    [Theory]
    [InlineData(SystemCall.Spawn, 7, 0, 0)]
    [InlineData(SystemCall.Spawn, 0, 7, 0)]
    [InlineData(SystemCall.Spawn, 0, 0, 7)]
    [InlineData(SystemCall.Execute, 7, 0, 0)]
    [InlineData(SystemCall.Execute, 0, 7, 0)]
    public void TextThatCannotComeIsNobodysFault(SystemCall call, int namePage, int textPage, int optionsPage)
    {
        TaskRig rig = CallPoints.Plain();
        List<Frame> taken = rig.LeaveFree(0);
        Assert.Equal(-(long)CallError.OutOfMemory, Start());
        rig.GiveBack(taken);
        Assert.Equal(-(long)CallError.NoSuchProgram, Start());
        rig.AssertSound();

        long Start() => rig.Call(call, At(namePage), 4, At(textPage), 4, optionsPage == 0 ? 0 : At(optionsPage));

        static ulong At(int page) => TaskRig.Pages.Value + ((ulong)page << 12);
    }

    [Theory]
    [InlineData(SystemCall.Spawn)]
    [InlineData(SystemCall.Execute)]
    public void AProgramThatIsStartedForTheFirstTimeLeavesAtMostItsImagePaidByTheFirstTask(SystemCall call)
    {
        long result = -1;
        for (uint free = 0; result < 0; free++)
        {
            TaskRig rig = CallPoints.Programs();
            List<Frame> taken = rig.LeaveFree(free);
            var before = new CoreSnapshot(rig, rig.First, hasPages: false);
            result = CallPoints.Start(rig, call);
            rig.ReapAll();
            rig.GiveBack(taken);
            rig.AssertSound();
            if (result < 0)
            {
                Assert.Equal(-(long)CallError.OutOfMemory, result);
                rig.First.Task.Space.Quota += rig.Images.Count == 1 ? FrameCount.Zero : rig.Images[1].Charge;
                before.AssertUnchanged($"{call} with {free} free frames");
                Assert.True(CallPoints.Start(rig, call) >= 0);
                rig.AssertSound();
            }
        }
    }

    private static void AssertArrived(TaskRig rig, SimTaskSlot slot) => Assert.Equal(
        rig.Read(slot, TaskRig.Pages, (int)CallPoints.Long),
        rig.Read(slot, new VirtAddr(CallPoints.Buffer), (int)CallPoints.Long));

    // Tries it with little; what was taken comes back by the action that the limit gives.
    private static bool Succeeds(CallPoint point, Func<TaskRig, Action> limit, string what)
    {
        TaskRig rig = point.Build();
        rig.ReapAll();
        SimTaskSlot told = point.Told(rig);
        Action giveBack = limit(rig);
        var before = new CoreSnapshot(rig, told, point.IsWithoutTrace);
        long result = point.Do(rig);
        if (result < 0)
        {
            rig.ReapAll();
            Assert.Equal(-(long)CallError.OutOfMemory, result);
            Assert.Equal(told, rig.Core.Current);
            before.AssertUnchanged(what);
        }

        giveBack();
        rig.ReapAll();
        rig.AssertSound();
        if (result < 0)
        {
            Assert.True(point.Do(rig) >= 0, $"{what}, and then with more");
            rig.AssertSound();
        }

        return result >= 0;
    }

    private static Action LeaveFree(TaskRig rig, uint free)
    {
        List<Frame> taken = rig.LeaveFree(free);
        return () => rig.GiveBack(taken);
    }

    private static Action Limit(TaskRig rig, uint more)
    {
        FrameCount capacity = rig.Memory.Capacity;
        rig.Memory.Capacity = rig.Memory.Charged + new FrameCount(more);
        return () => rig.Memory.Capacity = capacity;
    }
}
