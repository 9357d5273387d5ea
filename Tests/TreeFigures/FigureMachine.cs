using System;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;

namespace TreeFigures;

/// <summary>
/// A simulated machine with the kernel's paging manager. Frames are numbered from the first one that address spaces can
/// have, pages from <see cref="FirstPage"/>. There is one machine to a thread: a new one ends the last.
/// </summary>
internal sealed partial class FigureMachine
{
    private const ulong Start = 32UL << 20;
    private const ulong BootInformation = 0x1_0000;

    // The frame below the memory is the kernel's root; the memory's highest one holds the frame table.
    private const uint FirstNumber = (uint)(Start >> Frame.Shift);
    private const int RootNumber = (int)FirstNumber - 1;

    private static readonly FrameCount s_quota = new(1000);
    private static readonly PhysRange s_image = new(new PhysAddr(0x10_0000), new PhysAddr(0x15_0000));

    private readonly SimPhysical _physical;
    private readonly SimMmu _mmu;
    private readonly BootInfo _boot;
    private PagingManager _memory;

    /// <param name="geometry">The shape of the page tables.</param>
    /// <param name="frameCount">The frames for address spaces, at most 255.</param>
    /// <param name="firstPage">The page that figures call 0.</param>
    public FigureMachine(Geometry geometry, int frameCount, int firstPage)
    {
        Geometry = geometry;
        FrameCount = frameCount;
        FirstPage = firstPage;
        SimMachine.Reset().AddMemory(BootInformation, BootTags.OneRegion(Start, frames: frameCount + 1));
        BootError error = BootInfo.Decode(BootProtocol.Multiboot2, new PhysAddr(BootInformation), ref _boot);
        Expect(!error.IsError, error);

        var kernelRoot = new Frame(RootNumber);
        _physical = new SimPhysical(geometry, frameCount + 2, RootNumber);
        _mmu = new SimMmu(_physical, new PagingControls { GlobalPages = false }, kernelRoot.Address);
        SimMachine.Current.Attach(_physical, _mmu);
        var inUse = new BootUse(in _boot, s_image, s_image.End);
        Expect(_memory.Frames.TryPlan(in _boot, in inUse), "no room for the frame table");
        _memory.Frames.Populate(in _boot, in inUse);
        _memory.Start(kernelRoot, CpuFeatures.None);
    }

    /// <summary>The shape of the page tables.</summary>
    public Geometry Geometry { get; }

    /// <summary>The frames for address spaces.</summary>
    public int FrameCount { get; }

    /// <summary>The page that figures call 0.</summary>
    public int FirstPage { get; }

    /// <summary>The number of a frame in figures.</summary>
    public static int NumberOf(Frame frame) => (int)(frame.Number - FirstNumber);

    /// <summary>The frame of that number.</summary>
    public static Frame FrameOf(int number) => new(FirstNumber + (uint)number);

    /// <summary>What a frame begins with.</summary>
    public uint ReadWord(Frame frame) => (uint)_physical.ReadEntry(frame.Address, 0);

    /// <summary>A new space with nothing in it.</summary>
    public Space Create(string name)
    {
        var space = new Space(name);
        Expect(_memory.TryCreate(s_quota, out space.Tables));
        return space;
    }

    /// <summary>Pages of zeros to come, the first of this number.</summary>
    public void Map(Space space, int page, int count, RegionKind kind, PageRights rights) =>
        Expect(_memory.Map(ref space.Tables, Range(page, count), kind, rights));

    /// <summary>Lends pages of one space to another.</summary>
    public void Lend(Space from, int page, int count, Space to, int at, PageRights allowed) =>
        Expect(_memory.Lend(ref from.Tables, Range(page, count), ref to.Tables, AddressOf(at), allowed));

    /// <summary>Forks a space.</summary>
    public Space Fork(Space parent, string name)
    {
        var child = new Space(name);
        Expect(_memory.TryFork(ref parent.Tables, s_quota, out child.Tables));
        return child;
    }

    /// <summary>The kernel fills in the first word of a page that the program may only read.</summary>
    public void Load(Space space, int page, uint word) =>
        _physical.WriteEntry(Access(space, page, AccessKind.Read), 0, word);

    /// <summary>The program of a space writes the first word of a page; faults are resolved.</summary>
    public void Write(Space space, int page, uint word) =>
        _physical.WriteEntry(Access(space, page, AccessKind.Write), 0, word);

    private PhysAddr Access(Space space, int page, AccessKind kind)
    {
        _memory.Activate(ref space.Tables);
        VirtAddr address = AddressOf(page);
        while (true)
        {
            AccessResult result = _mmu.Access(address, kind, Ring.User);
            Expect(!result.IsHarmful, result.Stale);
            if (result.Outcome.IsTranslated)
            {
                return result.Outcome.Translation.Address;
            }

            FaultOutcome outcome = _memory.ResolveFault(ref space.Tables, address, result.Outcome.Fault);
            Expect(outcome <= FaultOutcome.StackGrown, outcome);
        }
    }

    private VirtAddr AddressOf(int page) => new((ulong)(FirstPage + page) << Geometry.PageBits);

    private PageRange Range(int page, int count)
    {
        var length = new ByteCount((ulong)count << Geometry.PageBits);
        Expect(PageRange.Decode(AddressOf(page), length, out PageRange range));
        return range;
    }

    private static void Expect(PagingError error) => Expect(error == PagingError.None, error);

    private static void Expect(bool isTrue, object? otherwise)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException(otherwise?.ToString());
        }
    }
}
