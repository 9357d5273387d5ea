using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Tests.Host.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>What a task may use is a part of what its maker may, and comes back when it ends.</summary>
public sealed class QuotaTests
{
    private const ulong FarAway = 1UL << 40;

    private readonly TaskRig _rig = CallPoints.Programs(frames: 3000);

    // The first task's, and what it has paid for images.
    private (long Frames, uint Tasks) Quota => (
        _rig.First.Task.Space.Quota.Value + _rig.Images.Sum(static image => (long)image.Charge.Value),
        _rig.First.Task.TaskQuota);

    [Fact]
    public void AForkBombHurtsOnlyItself()
    {
        (long Frames, uint Tasks) before = Quota;
        _rig.Call(SystemCall.Fork);
        int refused = 0;
        while (refused < 3 * _rig.Tasks.Count)
        {
            long result = _rig.Core.Current == _rig.First ? -(long)CallError.QuotaExceeded : _rig.Call(SystemCall.Fork);
            Assert.True(result is >= 0 or -(long)CallError.QuotaExceeded or -(long)CallError.NoHandleFree, $"{result}");
            refused = result >= 0 ? 0 : refused + 1;
            _rig.Call(SystemCall.Yield);
        }

        Assert.InRange(_rig.Tasks.Count, 5, 400);
        RunFirst();
        UseAll(_rig.First);
        _rig.Call(SystemCall.Unmap, FarAway, LengthOf(_rig.First));
        EndAllButFirst();
        Assert.Equal(before, Quota);
        _rig.AssertSound();
    }

    [Theory]
    [InlineData(SystemCall.Fork)]
    [InlineData(SystemCall.Spawn)]
    public void AMemoryHogHurtsOnlyItself(SystemCall making)
    {
        (long Frames, uint Tasks) before = Quota;
        long made = making == SystemCall.Fork ? _rig.Call(making) : CallPoints.Start(_rig, making);
        Assert.True(made > 0);
        SimTaskSlot hog = _rig.Tasks.Single(slot => slot != _rig.First);
        _rig.Call(SystemCall.Yield);
        Assert.Equal(hog, _rig.Core.Current);
        UseAll(hog);
        RunFirst();
        UseAll(_rig.First);
        _rig.Call(SystemCall.Unmap, FarAway, LengthOf(_rig.First));
        _rig.Call(SystemCall.Kill, (ulong)made);
        Assert.Equal(before, Quota);
        _rig.AssertSound();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatATaskMayUseGoesBackToItsParentOrElseToTheFirstTask(bool hasParent)
    {
        (long Frames, uint Tasks) before = Quota;
        ulong handle = (ulong)_rig.Call(SystemCall.Fork);
        SimTaskSlot child = _rig.First.Task.Handles.At(handle).Task;
        _rig.Call(SystemCall.Yield);
        (FrameCount, uint) own = (child.Task.Space.Quota, child.Task.TaskQuota);
        ulong below = (ulong)_rig.Call(SystemCall.Fork);
        SimTaskSlot grandchild = child.Task.Handles.At(below).Task;
        if (hasParent)
        {
            _rig.Call(SystemCall.Kill, below);
            Assert.Equal(own, (child.Task.Space.Quota, child.Task.TaskQuota));
            _rig.Call(SystemCall.Exit);
        }
        else
        {
            _rig.Call(SystemCall.Exit);
            RunFirst();
            Assert.NotEqual(before, Quota);
            _rig.Core.End(grandchild, default);
        }

        Assert.Equal(before, Quota);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, (long)CallError.QuotaExceeded)]
    public void AForkNeedsWhatItsParentIsChargedAndARecord(int more, long error)
    {
        ref AddressSpace space = ref _rig.First.Task.Space;
        space.Quota = space.Charge + space.Charge + new FrameCount((uint)more);
        Assert.Equal(-error, Math.Min(_rig.Call(SystemCall.Fork), 0));
    }

    [Fact]
    public void NoQuotaIsEverLostOrMade()
    {
        for (int seed = 0; seed < Programs.PartOf(150, least: 3); seed++)
        {
            var random = new Random(seed);
            TaskRig rig = CallPoints.Programs(frames: random.Next(150, 3000));
            (long, long) before = Totals(rig);
            for (int step = 0; step < 150; step++)
            {
                Step(rig, random);
                Assert.True(before == Totals(rig), $"seed {seed}, step {step}: {before} has become {Totals(rig)}");
                Assert.All(rig.Tasks, static slot => Assert.True(slot.Task.Space.Charge <= slot.Task.Space.Quota));
            }

            rig.AssertSound();
        }
    }

    private static void Step(TaskRig rig, Random random)
    {
        SimTaskSlot me = rig.Core.Current;
        ulong at = FarAway + ((ulong)random.Next(20) << 12);
        ulong length = (ulong)random.Next(1, 30) << 12;
        switch (random.Next(9))
        {
            case 0 or 1:
                rig.Call(SystemCall.Fork);
                break;
            case 2:
                CallPoints.Start(rig, SystemCall.Spawn);
                break;
            case 3:
                CallPoints.Start(rig, SystemCall.Execute);
                break;
            case 4 when me != rig.First:
                rig.Call(SystemCall.Exit);
                break;
            case 5:
                rig.Call(SystemCall.Map, at, length, 1);
                break;
            case 6:
                rig.Call(SystemCall.Unmap, at, length);
                break;
            case 7 when me.Task.Handles.UsedCount != 0 && random.Next(3) == 0:
                ulong entry = (ulong)random.Next(1, HandleTable.InRecord);
                rig.Call(SystemCall.Kill, me.Task.Handles.At(entry).Key);
                break;
            default:
                rig.Call(SystemCall.Yield);
                break;
        }
    }

    // What all tasks may use, with the programs' images: never more than there is.
    private static (long Frames, long Tasks) Totals(TaskRig rig)
    {
        long images = rig.Images.Sum(static image => (long)image.Charge.Value);
        long frames = rig.Tasks.Sum(static slot => (long)slot.Task.Space.Quota.Value + 1);
        return (images + frames, rig.Tasks.Sum(static slot => (long)slot.Task.TaskQuota));
    }

    private static ulong LengthOf(SimTaskSlot slot)
    {
        ulong length = 0;
        while (PagingManager.Query(in slot.Task.Space, new VirtAddr(FarAway + length)).State != PageState.Unmapped)
        {
            length += 1 << 12;
        }

        return length;
    }

    // The current task maps as much as it may, and touches every page.
    private void UseAll(SimTaskSlot slot)
    {
        ulong length = 0;
        long result = 0;
        while (result == 0)
        {
            result = _rig.Call(SystemCall.Map, FarAway + length, 1 << 12, 1);
            length += result == 0 ? 1UL << 12 : 0;
        }

        Assert.Equal(-(long)CallError.QuotaExceeded, result);
        Assert.NotEqual(0UL, length);
        _rig.Write(slot, new VirtAddr(FarAway), new byte[length]);
    }

    private void RunFirst()
    {
        while (_rig.Core.Current != _rig.First)
        {
            _rig.Call(SystemCall.Yield);
        }
    }

    private void EndAllButFirst()
    {
        List<SimTaskSlot> others = [.. _rig.Tasks.Where(slot => slot != _rig.First)];
        while (others.Count != 0)
        {
            SimTaskSlot current = _rig.Core.Current;
            _rig.Call(current == _rig.First ? SystemCall.Yield : SystemCall.Exit);
            others.Remove(current);
        }
    }
}
