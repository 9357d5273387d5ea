using System;
using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Tests.Host.Firmware;
using Kernel.Tests.Host.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// A paging manager on a simulated machine with a few frames, whose processor may remember whatever the manuals allow.
/// </summary>
internal sealed class PagingRig : IAudited
{
    private const ulong Start = 32UL << 20;
    private const int FirstNumber = (int)(Start >> Frame.Shift);

    private PagingManager _memory;
    // By their places behind the first frame.
    private readonly bool[] _used;

    /// <param name="geometry">The shape of the tables.</param>
    /// <param name="frames">The frames for address spaces.</param>
    /// <param name="features">What the processor has.</param>
    /// <param name="window">
    /// Where pages are numbered from 0, and how many are looked at; all of the user half where it is none.
    /// </param>
    /// <param name="kernelSlots">The entries of the root's upper half that the kernel uses, from 0.</param>
    public PagingRig(
        Geometry geometry, int frames, CpuFeatures features = CpuFeatures.GibibytePages, PageWindow? window = null,
        params ReadOnlySpan<int> kernelSlots)
    {
        Geometry = geometry;
        Window = window ?? new PageWindow(0, 1 << ((geometry.Levels * geometry.IndexBits) - 1));
        var boot = new BootMemory(new MapEntry(Start, (ulong)(frames + 1) << Frame.Shift, MapEntry.Usable));
        bool hasContexts = (features & CpuFeatures.ProcessContexts) != 0;
        var controls = new PagingControls { GlobalPages = false, ProcessContexts = hasContexts };

        // The frame below is the kernel's root; one page of records comes first in the memory.
        Physical = new SimPhysical(geometry, frames + 2, FirstNumber - 1);
        _used = new bool[frames + 1];
        Mmu = new SimMmu(Physical, controls, KernelRoot.Address);
        SimMachine.Current.Attach(Physical, Mmu);
        SimMachine.Record(Frame.None) = default;
        foreach (int slot in kernelSlots)
        {
            // A table of the kernel's, each another one.
            int index = (geometry.EntriesPerTable / 2) + slot;
            SimMachine.WriteEntry(KernelRoot, index, PageEntry.ForTable(new PhysAddr((ulong)index << Frame.Shift)).Bits);
        }

        var inUse = new BootUse(in boot.Info, BootMemory.Image, new PhysAddr(0x16_0000));
        Assert.True(_memory.Frames.TryPlan(in boot.Info, in inUse));
        _memory.Frames.Populate(in boot.Info, in inUse);
        _memory.Start(KernelRoot, features);
        UsedAtStart = _memory.Frames.Used;
    }

    public Geometry Geometry { get; }

    /// <summary>The root that leaves the user half empty.</summary>
    public static Frame KernelRoot => new(FirstNumber - 1);

    /// <summary>The first frame behind the kernel's root; the memory ends with the frames of address spaces.</summary>
    public static Frame FirstFrame => new(FirstNumber);

    public FrameCount UsedAtStart { get; }

    public FrameCount Others => FrameCount.Zero;

    public SimPhysical Physical { get; }

    public SimMmu Mmu { get; }

    public ref PagingManager Memory => ref _memory;

    /// <summary>The pages that are looked at.</summary>
    public PageWindow Window { get; }

    /// <summary>How many those are.</summary>
    public int UserPages => Window.Count;

    public VirtAddr PageAt(int number) => new((Window.First + (ulong)number) << Geometry.PageBits);

    public ByteCount Pages(int count) => new((ulong)count << Geometry.PageBits);

    public PageRange Range(int first, int count)
    {
        Assert.Equal(PagingError.None, PageRange.Decode(PageAt(first), Pages(count), out PageRange range));
        return range;
    }

    public AddressSpace Create(uint quota = 1000)
    {
        Assert.Equal(PagingError.None, Memory.TryCreate(new FrameCount(quota), out AddressSpace space));
        return space;
    }

    public AddressSpace Fork(ref AddressSpace parent, uint quota = 1000)
    {
        Assert.Equal(PagingError.None, Memory.TryFork(ref parent, new FrameCount(quota), out AddressSpace child));
        return child;
    }

    public void Map(
        ref AddressSpace space, int first, int count, PageRights rights = PageRights.Write,
        RegionKind kind = RegionKind.Anonymous) =>
        Assert.Equal(PagingError.None, Memory.Map(ref space, Range(first, count), kind, rights));

    public PageInfo Query(in AddressSpace space, int page) => PagingManager.Query(in space, PageAt(page));

    /// <summary>
    /// An access of the program that runs in the space, tried again as often as faults are resolved; what came of the
    /// last fault, or null where there was none.
    /// </summary>
    public FaultOutcome? Access(ref AddressSpace space, VirtAddr address, AccessKind kind, out PhysAddr at)
    {
        Memory.Activate(ref space);
        FaultOutcome? last = null;
        at = default;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            AccessResult result = Mmu.Access(address, kind, Ring.User);
            Assert.False(result.IsHarmful, result.Stale?.ToString());
            if (result.Outcome.IsTranslated)
            {
                at = result.Outcome.Translation.Address;
                return last;
            }

            last = Memory.ResolveFault(ref space, address, result.Outcome.Fault);
            if (last > FaultOutcome.StackGrown)
            {
                return last;
            }
        }

        throw new InvalidOperationException($"the fault at {address} is resolved and comes again: {last}");
    }

    public FaultOutcome? Write(ref AddressSpace space, int page, byte value)
    {
        FaultOutcome? outcome = Access(ref space, PageAt(page), AccessKind.Write, out PhysAddr at);
        if (outcome is null or <= FaultOutcome.StackGrown)
        {
            Physical.WriteByte(at, value);
        }

        return outcome;
    }

    public FaultOutcome? Read(ref AddressSpace space, int page, out byte value)
    {
        FaultOutcome? outcome = Access(ref space, PageAt(page), AccessKind.Read, out PhysAddr at);
        value = outcome is null or <= FaultOutcome.StackGrown ? Physical.ReadByte(at) : (byte)0;
        return outcome;
    }

    /// <summary>No access of any kind would be served from a stale entry in a way that does harm.</summary>
    public void AssertNoHarm()
    {
        string? harm = Mmu.FindHarm()?.ToString();
        Assert.True(harm is null, harm);
    }

    /// <summary>
    /// No cached entry points at a frame that was in use when this was last asked, and is free now. With contexts, one
    /// of a space that does not run may, until that is flushed: nothing uses it before.
    /// </summary>
    public void AssertFreedFramesAreForgotten()
    {
        if (Mmu.Controls.ProcessContexts)
        {
            return;
        }

        FrameUse use = FrameUse.Reserved;
        for (uint i = 0; i < _used.Length; i++)
        {
            Frame frame = FirstFrame + new FrameCount(i);
            FrameUse here = SimMachine.Record(frame).Use;
            use = here == FrameUse.Tail ? use : here;
            if (_used[i] && use < FrameUse.Page)
            {
                string? held = Mmu.FindReference(frame.Address)?.ToString();
                Assert.True(held is null, held);
            }

            _used[i] = use >= FrameUse.Page;
        }
    }

    /// <summary>Everything is as the invariants want it, for these spaces and no others.</summary>
    public void AssertSound(params ReadOnlySpan<AddressSpace> spaces) => new TreeAudit(this, spaces).Check();

    /// <summary>Takes dead tables apart to the end.</summary>
    public void ReapAll()
    {
        while (Memory.Reap(1000))
        {
        }
    }

    /// <summary>All frames but so many are taken; they are given back when the list is disposed of.</summary>
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
}
