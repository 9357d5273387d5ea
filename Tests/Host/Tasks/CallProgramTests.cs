using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Tests.Host.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// All calls at random, with good arguments and bad ones, while memory comes and goes: whatever happens, the records of
/// tasks agree, the memory is sound, and no quota is lost. A seed that fails is in the message.
/// </summary>
public sealed class CallProgramTests
{
    private const int ProgramsPerSeed = 8;
    private const int Steps = 250;
    private const ulong FarAway = 1UL << 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhateverTasksDoTheKernelStaysSound(int seed)
    {
        for (int program = 0; program < Programs.PartOf(ProgramsPerSeed); program++)
        {
            int own = (seed * ProgramsPerSeed) + program;
            int step = 0;
            try
            {
                Run(new Random(own), ref step);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"program {own}, step {step}", exception);
            }
        }
    }

    private static void Run(Random random, ref int step)
    {
        TaskRig rig = CallPoints.Programs(frames: random.Next(400, 5000));
        uint tasks = rig.First.Task.TaskQuota;
        List<Frame> taken = [];
        Fill(rig, random.Next(0, 260));
        for (; step < Steps && !rig.Core.HasEnded; step++)
        {
            if (random.Next(8) == 0)
            {
                rig.GiveBack(taken);
                taken = random.Next(2) == 0 ? [] : rig.LeaveFree((uint)random.Next(12));
            }

            Step(rig, random);
            TaskAudit.Check(rig);
            Assert.True(rig.Core.HasEnded || tasks == rig.Tasks.Sum(static slot => slot.Task.TaskQuota));
            if (step % 10 == 9 && taken.Count == 0)
            {
                rig.AssertSound();
            }
        }

        rig.GiveBack(taken);
        rig.AssertSound();
    }

    // The first task has so many handles for a child, and perhaps no room in its record for more.
    private static void Fill(TaskRig rig, int handles)
    {
        ulong child = (ulong)rig.Call(SystemCall.Fork);
        for (int i = 1; i < handles; i++)
        {
            rig.Call(SystemCall.Duplicate, child, (ulong)HandleRights.All);
        }
    }

    private static void Step(TaskRig rig, Random random)
    {
        if (random.Next(10) == 0 && rig.Core.Tick())
        {
            rig.Core.Preempt();
        }

        SimTaskSlot me = rig.Core.Current;
        if (me.IsNone && !rig.Core.Sleepers.IsEmpty)
        {
            rig.Core.Tick();
            rig.Core.Idle();
            return;
        }

        if (me.IsNone || (me != rig.First && random.Next(60) == 0))
        {
            // All wait, or the program makes a mistake: as if a trap had ended one.
            SimTaskSlot[] others = [.. rig.Tasks.Where(slot => slot != rig.First)];
            rig.Core.End(others.Length == 0 ? rig.First : others[random.Next(others.Length)], default);
            rig.Core.Dispatch();
            return;
        }

        if (random.Next(4) == 0)
        {
            rig.Memory.ResolveFault(
                ref me.Task.Space, new VirtAddr(Address(random)), new PageFaultCode(4UL | (ulong)random.Next(2) << 1));
            return;
        }

        Call(rig, me, random);
    }

    private static void Call(TaskRig rig, SimTaskSlot me, Random random)
    {
        ulong handle = HandleOf(me, random);
        var info = new MessageInfo((ulong)(random.Next(3) == 0 ? random.Next(20_000) : random.Next(33)), random.Next(5));
        ulong gifts = Gift(me, random) | Gift(me, random) << 32;
        ulong sender = SenderOf(rig, random);
        ulong from = Address(random);
        ulong to = Address(random);
        ulong length = (ulong)random.Next(1, 20) << 12;
        me.Task.Registers.Rbx = Gift(me, random) | Gift(me, random) << 32;
        bool mayWait = me != rig.First || random.Next(10) == 0;
        int call = random.Next(21);
        _ = call switch
        {
            3 or 4 or 5 or 6 or 7 or 8 or 10 or 14 or 20 when !mayWait => rig.Call(SystemCall.Yield),
            0 or 17 or 18 => rig.Call(SystemCall.Fork),
            1 => Start(rig, me, SystemCall.Spawn),
            2 => Start(rig, me, SystemCall.Execute),
            3 or 4 or 5 => rig.Call(SystemCall.Send, handle, info.Bits, to, from, length, gifts),
            6 or 7 or 8 => rig.Call(SystemCall.Receive, c: to, e: length),
            9 => rig.Call(SystemCall.Reply, sender, info.Bits, d: from, f: gifts),
            10 => rig.Call(SystemCall.ReplyReceive, sender, info.Bits, to, from, length, gifts),
            11 => rig.Call(SystemCall.Map, from & ~0xFFFUL, length, (ulong)random.Next(4)),
            12 => rig.Call(SystemCall.Unmap, from & ~0xFFFUL, length),
            13 => rig.Call(SystemCall.Protect, from & ~0xFFFUL, length, (ulong)random.Next(4)),
            14 => rig.Call(SystemCall.Wait, random.Next(2) == 0 ? 0 : handle),
            15 => rig.Call(random.Next(3) == 0 ? SystemCall.Close : SystemCall.Duplicate, handle, (ulong)random.Next(9)),
            20 => rig.Call(SystemCall.Sleep, (ulong)random.NextInt64(5 * (long)Core.TickPeriod)),
            _ => rig.Call(random.Next(4) == 0 && handle != 0 ? SystemCall.Kill : SystemCall.Yield, handle),
        };
    }

    // The program may have overwritten the name, or unmapped it.
    private static long Start(TaskRig rig, SimTaskSlot me, SystemCall call)
    {
        _ = UserText.TryWrite(ref rig.Memory, ref me.Task.Space, CallPoints.Name, "other"u8);
        return CallPoints.Start(rig, call);
    }

    // The data of the program, its stack, what it maps, or nothing.
    private static ulong Address(Random random) => random.Next(5) switch
    {
        0 => 0x40_3000 + (ulong)random.Next(0x5000),
        1 => 0x7FFF_FFF0_0000 - (ulong)random.Next(0x6000),
        2 => FarAway + (ulong)random.Next(0x10000),
        3 => FarAway + ((ulong)random.Next(16) << 12),
        _ => random.Next(10) == 0 ? (ulong)random.NextInt64() : 0x40_4000,
    };

    private static ulong HandleOf(SimTaskSlot me, Random random)
    {
        uint[] keys = [.. Enumerable.Range(1, me.Task.Handles.Count - 1)
            .Select(index => me.Task.Handles.At((ulong)index).Key).Where(static key => key != 0)];
        return keys.Length == 0 || random.Next(20) == 0 ? (ulong)random.Next(200) : keys[random.Next(keys.Length)];
    }

    private static ulong Gift(SimTaskSlot me, Random random) => HandleOf(me, random) | (ulong)random.Next(2) << 31;

    // One who waits for a reply, of the current task or of another.
    private static ulong SenderOf(TaskRig rig, Random random)
    {
        ulong[] keys = [.. rig.Tasks.Select(static slot => slot.Task.ReplyKey.Value)];
        return keys.Length == 0 ? 0 : keys[random.Next(keys.Length)];
    }
}
