using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Tests.Host.Firmware;
using Kernel.Tests.Host.Memory;
using Kernel.Tests.Host.Paging;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// The kernel on a simulated machine with one task, which may make others: with some memory, or with the program
/// <c>init</c> of an archive.
/// </summary>
internal sealed class TaskRig : IAudited
{
    private const ulong Start = 32UL << 20;
    private const int FirstNumber = (int)(Start >> Frame.Shift);
    private const ulong ArchiveStart = 16UL << 20;

    private readonly int _frames;
    private Core _core;

    public TaskRig(int frames, int pages)
        : this(frames, Geometry.FourLevel)
    {
        First = MakeFirst(Pages, pages, tasks: 1000);
        _core.Dispatch();
    }

    /// <summary>Small tables, so that the host has room for many tasks; one page for each.</summary>
    public TaskRig(int frames, Geometry geometry, uint tasks)
        : this(frames, geometry)
    {
        First = MakeFirst(PageRange.UserStart, pages: 1, tasks);
        _core.Dispatch();
    }

    public TaskRig(int frames, byte[] archive)
        : this(frames, Geometry.FourLevel)
    {
        SimMachine.Current.AddMemory(ArchiveStart, archive);
        var range = new PhysRange(new PhysAddr(ArchiveStart), new PhysAddr(ArchiveStart + (ulong)archive.Length));
        Assert.Equal(CallError.None, _core.TryStartFirst(range, "init"u8, default));
        First = _core.Dispatch();
    }

    private TaskRig(int frames, Geometry geometry)
    {
        _frames = frames;
        var boot = new BootMemory(new MapEntry(Start, (ulong)(frames + 1) << Frame.Shift, MapEntry.Usable));
        var root = new Frame(FirstNumber - 1);
        var physical = new SimPhysical(geometry, frames + 2, FirstNumber - 1);
        var mmu = new SimMmu(physical, new PagingControls { GlobalPages = false }, root.Address);
        SimMachine.Current.Attach(physical, mmu);
        SimMachine.Record(Frame.None) = default;
        var inUse = new BootUse(in boot.Info, BootMemory.Image, new PhysAddr(0x16_0000));
        Assert.True(_core.Memory.Frames.TryPlan(in boot.Info, in inUse));
        _core.Memory.Frames.Populate(in boot.Info, in inUse);
        _core.Start(root, CpuFeatures.GibibytePages);
        FreeAtStart = _core.Memory.Frames.Free;
        UsedAtStart = _core.Memory.Frames.Used;
    }

    public ref Core Core => ref _core;

    /// <summary>Whether calls that have a quick way take it.</summary>
    public bool IsQuick { get; init; } = true;

    /// <summary>How many calls went the quick way.</summary>
    public int QuickCount { get; private set; }

    /// <summary>Who ran after each call: the task's serial number, 0 for nobody.</summary>
    public List<ulong> Turns { get; } = [];

    public FrameCount FreeAtStart { get; }

    public FrameCount UsedAtStart { get; }

    public FrameCount Others => new(_core.Live);

    public ref PagingManager Memory => ref _core.Memory;

    public Geometry Geometry => SimMachine.Geometry;

    public SimTaskSlot First { get; }

    /// <summary>The tasks that have not ended.</summary>
    public IReadOnlyList<SimTaskSlot> Tasks
    {
        get
        {
            var tasks = new List<SimTaskSlot>();
            for (uint number = FirstNumber; number < FirstNumber + _frames; number++)
            {
                var slot = new SimTaskSlot(new Frame(number));
                if (slot.Record.Use == FrameUse.Task)
                {
                    tasks.Add(slot);
                }
            }

            return tasks;
        }
    }

    /// <summary>The programs that were loaded.</summary>
    public IReadOnlyList<AddressSpace> Images
    {
        get
        {
            var images = new List<AddressSpace>();
            for (byte index = 0; _core.Images.At(index).Space.Exists; index++)
            {
                images.Add(_core.Images.At(index).Space);
            }

            return images;
        }
    }

    /// <summary>The first page of a task's own memory.</summary>
    public static VirtAddr Pages => new(0x40_0000);

    /// <summary>A call of the current task's; what is in RAX if it goes on at once.</summary>
    public long Call(SystemCall call, ulong a = 0, ulong b = 0, ulong c = 0, ulong d = 0, ulong e = 0, ulong f = 0)
    {
        SimTaskSlot caller = _core.Current;
        var arguments = new CallArguments(a, b, c, d, e, f);
        if (IsQuick && QuickCalls.TryDo(ref _core, call, in arguments))
        {
            QuickCount++;
        }
        else
        {
            SystemCalls.Enter(ref _core, (ulong)call, in arguments);
        }

        Turns.Add(_core.Current.IsNone ? 0 : _core.Current.Task.Serial);

        return caller.Record.Use == FrameUse.Task ? (long)caller.Task.Registers.Rax : 0;
    }

    public IReadOnlyDictionary<Frame, uint> HandleFrames => Tasks.Where(static slot => slot.Task.Handles.Frames != 0)
        .ToDictionary(static slot => slot.Task.Space.Root, static slot => (uint)slot.Task.Handles.Frames);

    /// <summary>A byte of a task's memory, written by the task.</summary>
    public void Write(SimTaskSlot slot, VirtAddr at, ReadOnlySpan<byte> bytes) =>
        Assert.True(UserText.TryWrite(ref _core.Memory, ref slot.Task.Space, at, bytes));

    public byte[] Read(SimTaskSlot slot, VirtAddr at, int length)
    {
        byte[] bytes = new byte[length];
        Assert.Equal(CallError.None, UserText.Read(ref _core.Memory, ref slot.Task.Space, at, bytes));
        return bytes;
    }

    /// <summary>Every invariant of the memory holds.</summary>
    public void AssertSound() =>
        new TreeAudit(this, [.. Tasks.Select(static slot => slot.Task.Space), .. Images]).Check();

    /// <summary>All frames but so many are taken; <see cref="GiveBack"/> gives them back.</summary>
    public List<Frame> LeaveFree(uint count)
    {
        var taken = new List<Frame>();
        while (Memory.Frames.Free.Value > count && Memory.Frames.TryTake(FrameUse.Kernel, out Frame frame))
        {
            taken.Add(frame);
        }

        return taken;
    }

    public void GiveBack(List<Frame> frames)
    {
        foreach (Frame frame in frames)
        {
            Memory.Frames.ReleaseReference(frame);
        }
    }

    public void ReapAll()
    {
        while (Memory.Reap(1000))
        {
        }
    }

    /// <summary>Ends all tasks; every frame is free again.</summary>
    public void EndAll()
    {
        while (!_core.Current.IsNone)
        {
            _core.EndByTrap(EndCause.Killed, 0);
        }
    }

    public void AssertNothingIsLost()
    {
        ReapAll();
        Assert.Equal(FreeAtStart, _core.Memory.Frames.Free);
        Assert.Equal(FrameCount.Zero, _core.Memory.Charged);
        Assert.Equal(0u, _core.Live);
    }

    private SimTaskSlot MakeFirst(VirtAddr at, int pages, uint tasks)
    {
        var quota = new FrameCount(_core.Memory.Capacity.Value - 1);
        Assert.Equal(PagingError.None, _core.Memory.TryCreate(quota, out AddressSpace space));
        var length = new ByteCount((ulong)pages << Geometry.PageBits);
        Assert.Equal(PagingError.None, PageRange.Decode(at, length, out PageRange range));
        Assert.Equal(
            PagingError.None, _core.Memory.Map(ref space, range, RegionKind.Anonymous, PageRights.Write));
        Assert.Equal(PagingError.None, _core.TryMake(in space, Priority.Ordinary, tasks, out SimTaskSlot slot));
        slot.Task.Handles.Clear(slot);
        _core.Admit(slot);
        return slot;
    }
}
