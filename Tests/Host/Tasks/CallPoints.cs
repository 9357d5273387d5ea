using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Tests.Host.Loading;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>All calls that take frames, and the faults that do.</summary>
internal static class CallPoints
{
    /// <summary>The bytes of a message that is no short one.</summary>
    public const ulong Long = 5000;

    private const ulong FarAway = 1UL << 40;

    /// <summary>Where the name of a program lies, in the data of <c>init</c>.</summary>
    public static VirtAddr Name => new(0x40_5000);

    public static IReadOnlyList<CallPoint> All { get; } =
    [
        new("fork", Plain, static rig => rig.Call(SystemCall.Fork), First),
        new("map", Plain, static rig => rig.Call(SystemCall.Map, FarAway, 4 << 12, 1), First),
        new("unmap after a fork", Forked, static rig => rig.Call(SystemCall.Unmap, At(1 << 12), 1 << 12), First),
        new("protect after a fork", Forked, static rig => rig.Call(SystemCall.Protect, At(0), 2 << 12), First),
        new("touch a page to come", Plain, static rig => Touch(rig, 7), First),
        new("write to a shared page", Forked, static rig => Touch(rig, 0), First),
        new("receive a copy", () => Sent(At(100)), static rig => Receive(rig, Buffer), Child)
        {
            IsWithoutTrace = false,
        },
        new("receive pages", () => Sent(At(0)), static rig => Receive(rig, At(4 << 12)), Child)
        {
            IsWithoutTrace = false,
        },
        new("spawn", Loaded, static rig => Start(rig, SystemCall.Spawn), First),
        new("execute", Loaded, static rig => Start(rig, SystemCall.Execute), First),
        new("duplicate with a full record", Full, Duplicate, First),
        new("fork with a full record", Full, static rig => rig.Call(SystemCall.Fork), First),
        new("fork with a large table", Large, static rig => rig.Call(SystemCall.Fork), First),
        new("spawn with a full record", FullAndLoaded, static rig => Start(rig, SystemCall.Spawn), First),
        new("execute with a large table", LargeAndLoaded, static rig => Start(rig, SystemCall.Execute), First),
        new("receive handles with a full record", () => SentGifts(At(100)), static rig => Receive(rig, Buffer), Child)
        {
            IsWithoutTrace = false,
        },
    ];

    public static CallPoint Find(string name) => All.Single(point => point.Name == name);

    /// <summary>The kernel with a program <c>init</c>, and <c>other</c>, whose name lies in init's memory.</summary>
    public static TaskRig Programs(int frames = 400)
    {
        SimMachine.Reset();
        byte[] program = ElfBuilder.Sample.Build();
        var rig = new TaskRig(frames, new ArchiveBuilder().File("init", program).File("other", program).Build());
        rig.Write(rig.First, Name, Encoding.ASCII.GetBytes("other"));
        return rig;
    }

    /// <summary>Starts <c>other</c>, with its name as its argument.</summary>
    public static long Start(TaskRig rig, SystemCall call) =>
        rig.Call(call, Name.Value, 5, Name.Value, 5);

    /// <summary>Where a long message goes that begins with the first page: no page can be lent.</summary>
    public static ulong Buffer => At((4 << 12) + 200);

    /// <summary>A child waits for a message, and the first task runs.</summary>
    public static TaskRig Receiving(out ulong handle, out SimTaskSlot child)
    {
        TaskRig rig = Plain();
        handle = (ulong)rig.Call(SystemCall.Fork);
        child = Child(rig);
        rig.Call(SystemCall.Yield);
        Receive(rig, Buffer);
        return rig;
    }

    /// <summary>A child has received a message of the first task, which waits for a long reply.</summary>
    public static TaskRig Asked(out SimTaskSlot child)
    {
        TaskRig rig = Plain();
        ulong handle = (ulong)rig.Call(SystemCall.Fork);
        child = Child(rig);
        rig.Call(SystemCall.Send, handle, b: 8, c: Buffer, e: Long);
        rig.Call(SystemCall.Receive);
        return rig;
    }

    /// <summary>Receives a long message.</summary>
    public static long Receive(TaskRig rig, ulong at) => rig.Call(SystemCall.Receive, c: at, e: Long);

    /// <summary>A task with a dozen pages, three of which are touched.</summary>
    public static TaskRig Plain()
    {
        SimMachine.Reset();
        var rig = new TaskRig(frames: 200, pages: 12);
        rig.Write(rig.First, TaskRig.Pages, [.. Enumerable.Range(0, 3 << 12).Select(static i => (byte)(i % 251))]);
        return rig;
    }

    private static SimTaskSlot First(TaskRig rig) => rig.First;

    private static SimTaskSlot Child(TaskRig rig) => rig.Tasks.Single(slot => slot != rig.First);

    private static ulong At(int offset) => TaskRig.Pages.Value + (ulong)offset;

    private static TaskRig Forked()
    {
        TaskRig rig = Plain();
        rig.Call(SystemCall.Fork);
        return rig;
    }

    // The first task has sent a long message, and its child runs.
    private static TaskRig Sent(ulong data)
    {
        TaskRig rig = Plain();
        ulong handle = (ulong)rig.Call(SystemCall.Fork);
        rig.Call(SystemCall.Send, handle, Long, d: data);
        return rig;
    }

    // The program has run before, so that its image is there.
    private static TaskRig Loaded()
    {
        TaskRig rig = Programs();
        rig.Call(SystemCall.Kill, (ulong)Start(rig, SystemCall.Spawn));
        return rig;
    }

    // All entries in the record of the first task are in use.
    private static TaskRig Full()
    {
        TaskRig rig = Forked();
        FillRecord(rig);
        return rig;
    }

    // It has two frames of entries, too.
    private static TaskRig Large()
    {
        TaskRig rig = Full();
        Enlarge(rig);
        return rig;
    }

    private static TaskRig FullAndLoaded()
    {
        TaskRig rig = Loaded();
        rig.Call(SystemCall.Fork);
        FillRecord(rig);
        return rig;
    }

    private static TaskRig LargeAndLoaded()
    {
        TaskRig rig = FullAndLoaded();
        Enlarge(rig);
        return rig;
    }

    // A long message with four handles, for a child whose record is full but for three entries.
    private static TaskRig SentGifts(ulong data)
    {
        TaskRig rig = Plain();
        ulong handle = (ulong)rig.Call(SystemCall.Fork);
        rig.Call(SystemCall.Yield);
        FillRecord(rig);
        for (int i = 0; i < 3; i++)
        {
            rig.Call(SystemCall.Close, Last(rig));
        }

        rig.Call(SystemCall.Yield);
        rig.First.Task.Registers.Rbx = handle | handle << 32;
        ulong info = new MessageInfo(Long, HandleGift.MostPerMessage).Bits;
        rig.Call(SystemCall.Send, handle, info, d: data, f: handle | handle << 32);
        return rig;
    }

    private static void FillRecord(TaskRig rig)
    {
        while (rig.Core.Current.Task.Handles.FreeCount != 0)
        {
            Assert.True(Duplicate(rig) > 0);
        }
    }

    private static void Enlarge(TaskRig rig)
    {
        while (rig.First.Task.Handles.Frames < 2)
        {
            Assert.True(Duplicate(rig) > 0);
        }
    }

    private static ulong Last(TaskRig rig)
    {
        ref HandleTable handles = ref rig.Core.Current.Task.Handles;
        int index = handles.Count - 1;
        while (handles.At((ulong)index).Key == 0)
        {
            index--;
        }

        return handles.At((ulong)index).Key;
    }

    // The last handle of the current task's.
    private static long Duplicate(TaskRig rig) =>
        rig.Call(SystemCall.Duplicate, Last(rig), (ulong)HandleRights.Send);

    private static long Touch(TaskRig rig, int page)
    {
        const ulong userWrite = 6;
        FaultOutcome outcome = rig.Memory.ResolveFault(
            ref rig.First.Task.Space, new VirtAddr(At(page << 12)), new PageFaultCode(userWrite));
        return outcome == FaultOutcome.OutOfMemory ? -(long)CallError.OutOfMemory
            : outcome <= FaultOutcome.StackGrown ? 0
            : throw new InvalidOperationException($"{outcome}");
    }
}
