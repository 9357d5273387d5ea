using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Tests.Host.Loading;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Spawn and Execute, with the programs of an archive.</summary>
public sealed class ProgramCallTests : IDisposable
{
    private const ulong FarAway = 1UL << 40;

    private static readonly byte[] s_program = ElfBuilder.Sample.Build();

    // In the data of the sample program, which the page behind still belongs to.
    private static readonly VirtAddr s_text = new(0x40_5000);

    private readonly TaskRig _rig;

    public ProgramCallTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(4000, new ArchiveBuilder()
            .File("init", s_program).File("other", RealFiles.Program).File("bad", s_program[..^3]).Build());
    }

    public static TheoryData<SystemCall> Calls => [SystemCall.Spawn, SystemCall.Execute];

    public void Dispose() => SimMachine.Reset();

    [Fact]
    public void ASpawnedProgramHoldsItsFileAndItsArguments()
    {
        SimTaskSlot child = Spawn(default, out ulong handle);
        AssertBegins(child);
        Assert.Equal(child, _rig.First.Task.Handles.At(handle).Task);
        ulong parent = child.Task.Registers.Rdx;
        Assert.Equal(_rig.First, child.Task.Handles.At(parent).Task);
        Assert.Equal(HandleRights.Send, child.Task.Handles.At(parent).Rights);
        Assert.Equal(1, child.Task.Handles.UsedCount);
        _rig.AssertSound();
    }

    [Fact]
    public void WhatTheOptionsSayHolds()
    {
        ulong own = (ulong)_rig.Call(SystemCall.Fork);
        SimTaskSlot child = Spawn(
            new SpawnOptions
            {
                Frames = 200,
                Tasks = 3,
                PriorityPlusOne = 1,
                Gift0 = new HandleGift(new Handle((uint)own), isMoved: false),
                Gift1 = new HandleGift(new Handle((uint)own), isMoved: false),
            },
            out _);
        Assert.Equal((199u, 3u), (child.Task.Space.Quota.Value, child.Task.TaskQuota));
        Assert.Equal(0, child.Task.Priority.Level);
        ulong given = child.Task.Registers.Message.Word0;
        Assert.All([given & uint.MaxValue, given >> 32], each => Assert.Equal(
            _rig.First.Task.Handles.At(own).Task, child.Task.Handles.At(each).Task));
        Assert.Equal(0ul, child.Task.Registers.Message.Word1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EachGiftArrivesInItsPlace(int count)
    {
        HandleGift[] gifts = new HandleGift[4];
        for (int i = 0; i < count; i++)
        {
            gifts[i] = new HandleGift((uint)_rig.Call(SystemCall.Fork));
        }

        SimTaskSlot child = Spawn(
            new SpawnOptions
            {
                Frames = 100,
                PriorityPlusOne = _rig.First.Task.Priority.Level + 1u,
                Gift0 = gifts[0],
                Gift1 = gifts[1],
                Gift2 = gifts[2],
                Gift3 = gifts[3],
            },
            out _);
        Assert.Equal(_rig.First.Task.Priority, child.Task.Priority);
        Assert.Equal(1 + count, child.Task.Handles.UsedCount);
        ShortMessage given = child.Task.Registers.Message;
        ulong[] received =
            [given.Word0 & uint.MaxValue, given.Word0 >> 32, given.Word1 & uint.MaxValue, given.Word1 >> 32];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(i < count, child.Task.Handles.Contains(received[i]));
            Assert.True(i < count
                ? TaskOf(_rig.First, gifts[i].Value) == TaskOf(child, received[i])
                : received[i] == 0);
        }
    }

    [Fact]
    public void ExecuteLeavesTheQuotaToATaskWithATableOfHandles()
    {
        ulong child = (ulong)_rig.Call(SystemCall.Fork);
        while (_rig.First.Task.Handles.Frames < 2)
        {
            Assert.True(_rig.Call(SystemCall.Duplicate, child, (ulong)HandleRights.Send) > 0);
        }

        FrameCount quota = _rig.First.Task.Space.Quota;
        Start(SystemCall.Execute, "other", "other");
        AssertBegins(_rig.First);
        Assert.Equal(quota - _rig.Images[1].Charge, _rig.First.Task.Space.Quota);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void AProgramBeginsWithItsArgumentsOrNotAtAll(SystemCall call)
    {
        Spawn(default, out _);
        long result = -1;
        for (uint free = 0; result < 0; free++)
        {
            _rig.ReapAll();
            List<Frame> taken = _rig.LeaveFree(free);
            result = call == SystemCall.Spawn ? Start(default) : Start(call, "other", "other");
            _rig.GiveBack(taken);
        }

        AssertBegins(call == SystemCall.Spawn ? TaskOf(_rig.First, (ulong)result) : _rig.First);
    }

    [Fact]
    public void AnImageCostsNoMoreThanTheFirstTaskHasLeft()
    {
        ref AddressSpace space = ref _rig.First.Task.Space;
        _rig.Write(_rig.First, s_text, [0]);
        space.Quota = space.Charge + new FrameCount(3);
        FrameCount quota = space.Quota;
        Assert.Equal(-(long)CallError.OutOfMemory, Start(SystemCall.Execute, "other", ""));
        Assert.Equal(quota, space.Quota);
    }

    [Fact]
    public void ANameThatThereIsNoMemoryForIsNotABadOne()
    {
        Assert.Equal(0, _rig.Call(SystemCall.Map, FarAway, 4096, 1));
        Assert.Equal(-(long)CallError.NoSuchProgram, _rig.Call(SystemCall.Spawn, FarAway, 5, FarAway, 0));
        Assert.Equal(0, _rig.Call(SystemCall.Map, 2 * FarAway, 4096, 1));
        _rig.LeaveFree(0);
        Assert.Equal(
            -(long)CallError.OutOfMemory, _rig.Call(SystemCall.Spawn, 2 * FarAway, 5, 2 * FarAway, 0));
    }

    [Fact]
    public void ANameMayLieWhereAStackGrows() => Assert.Equal(
        -(long)CallError.NoSuchProgram,
        _rig.Call(SystemCall.Spawn, _rig.First.Task.Registers.Rsp - 8192, 5, s_text.Value, 0));

    [Fact]
    public void ASecondInstanceCostsItsOwnPagesOnly()
    {
        Spawn(default, out _);
        _rig.ReapAll();
        FrameCount before = _rig.Memory.Frames.Used;
        Spawn(default, out _);

        // Its record, its root, three tables and a page of its stack.
        Assert.Equal(6u, (_rig.Memory.Frames.Used - before).Value);
    }

    [Fact]
    public void ExecuteLeavesHandlesAndQuotasAndNothingElse()
    {
        ulong child = (ulong)_rig.Call(SystemCall.Fork);
        Assert.Equal(0, _rig.Call(SystemCall.Map, FarAway, 4096, 1));
        FrameCount quota = _rig.First.Task.Space.Quota;
        Start(SystemCall.Execute, "other", "other");
        AssertBegins(_rig.First);
        Assert.Equal(0ul, _rig.First.Task.Registers.Rdx);
        Assert.Equal(PageState.Unmapped, PagingManager.Query(in _rig.First.Task.Space, new VirtAddr(FarAway)).State);
        Assert.True(_rig.First.Task.Handles.Contains(child));
        Assert.Equal(quota - _rig.Images[1].Charge, _rig.First.Task.Space.Quota);
        Assert.Equal(0, _rig.Call(SystemCall.Kill, child));
        _rig.AssertSound();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void WhatCannotBeStartedIsRefused(SystemCall call)
    {
        AssertRefused(CallError.NoSuchProgram, () => Start(call, "none", ""));
        AssertRefused(CallError.NoSuchProgram, () => Start(call, new string('n', 63), new string('a', 1024)));
        AssertRefused(CallError.BadProgram, () => Start(call, "bad", ""));
        AssertRefused(CallError.BadArgument, () => Start(call, "", ""));
        AssertRefused(CallError.BadArgument, () => Start(call, new string('n', 64), ""));
        AssertRefused(CallError.BadArgument, () => Start(call, "other", new string('a', 1025)));
        AssertRefused(CallError.BadBuffer, () => _rig.Call(call, FarAway, 5, s_text.Value, 0));
        AssertRefused(CallError.BadBuffer, () => _rig.Call(call, s_text.Value, 5, FarAway, 1));
        AssertRefused(CallError.BadBuffer, () => _rig.Call(call, ulong.MaxValue, 5, s_text.Value, 0));
    }

    [Fact]
    public void OptionsThatCannotBeAreRefused()
    {
        AssertRefused(CallError.BadArgument, () => Start(new SpawnOptions { Reserved = 1 }));
        AssertRefused(CallError.BadArgument, () => Start(new SpawnOptions { PriorityPlusOne = 6 }));
        AssertRefused(CallError.BadArgument, () => Start(new SpawnOptions { PriorityPlusOne = uint.MaxValue }));
        AssertRefused(CallError.BadHandle, () => Start(new SpawnOptions { Gift1 = new HandleGift(77) }));
        AssertRefused(CallError.BadBuffer, () => _rig.Call(SystemCall.Spawn, s_text.Value, 5, s_text.Value, 0, 0x1000));
        uint left = (_rig.First.Task.Space.Quota - _rig.First.Task.Space.Charge).Value;
        Start(default);
        AssertRefused(CallError.QuotaExceeded, () => Start(new SpawnOptions { Frames = 10 }));
        AssertRefused(CallError.QuotaExceeded, () => Start(new SpawnOptions { Frames = left }));
        AssertRefused(CallError.QuotaExceeded, () => Start(new SpawnOptions { Frames = 1UL << 32 | 200 }));
        AssertRefused(CallError.QuotaExceeded, () => Start(new SpawnOptions { Tasks = _rig.First.Task.TaskQuota }));
    }

    [Fact]
    public void AFullTableOfHandlesIsNoReasonToStart()
    {
        ulong handle = (ulong)_rig.Call(SystemCall.Fork);
        while (_rig.Call(SystemCall.Duplicate, handle, (ulong)HandleRights.Send) > 0)
        {
        }

        AssertRefused(CallError.NoHandleFree, () => Start(default));
        AssertRefused(CallError.NoHandleFree, () => _rig.Call(SystemCall.Fork));
    }

    private void AssertRefused(CallError error, Func<long> call)
    {
        _rig.ReapAll();
        var before = new CoreSnapshot(_rig, _rig.First, hasPages: false);
        Assert.Equal(-(long)error, call());
        before.AssertUnchanged($"{error}");
    }

    private void AssertBegins(SimTaskSlot slot)
    {
        byte[] file = RealFiles.Program;
        NaiveSegment[] segments = [.. new NaiveElf(file).Read()!];
        Assert.Equal(0x40_1000ul, slot.Task.Registers.Rip);
        LoadedProgram.AssertHolds(in slot.Task.Space, file, segments, PageState.Present);
        Assert.Equal(slot.Task.Registers.Rsp, slot.Task.Registers.Rdi);
        Assert.Equal(0ul, slot.Task.Registers.Rdi % 16);
        byte[] arguments = _rig.Read(slot, new VirtAddr(slot.Task.Registers.Rdi), (int)slot.Task.Registers.Rsi);
        Assert.Equal("other", Encoding.ASCII.GetString(arguments));
    }

    private static SimTaskSlot TaskOf(SimTaskSlot holder, ulong handle) => holder.Task.Handles.At(handle).Task;

    private SimTaskSlot Spawn(SpawnOptions options, out ulong handle)
    {
        handle = (ulong)Start(options);
        return _rig.First.Task.Handles.At(handle).Task;
    }

    // Starts the program of this name, with arguments.
    private long Start(SystemCall call, string name, string arguments)
    {
        _rig.Write(_rig.First, s_text, Encoding.ASCII.GetBytes(name + arguments));
        ulong length = (ulong)name.Length;
        return _rig.Call(call, s_text.Value, length, s_text.Value + length, (ulong)arguments.Length);
    }

    // Spawns the other program, its name for its arguments.
    private long Start(SpawnOptions options)
    {
        byte[] bytes = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref options, 1)).ToArray();
        ulong at = s_text.Value;
        _rig.Write(_rig.First, s_text, [.. "other"u8, .. new byte[3], .. bytes]);
        return _rig.Call(SystemCall.Spawn, at, 5, at, 5, at + 8);
    }
}
