using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// A machine on which one space runs, with room for a few more, and the words in which tests tell what happens.
/// </summary>
internal sealed class PagingScene
{
    public const uint Plenty = 100_000;

    private readonly AddressSpace[] _spaces = new AddressSpace[4];

    public PagingScene(
        Geometry geometry, int frames = 200, CpuFeatures features = CpuFeatures.GibibytePages, uint quota = Plenty)
    {
        Rig = new PagingRig(geometry, frames, features);
        A = Rig.Create(quota);
        Memory.Activate(ref A);
    }

    /// <summary>
    /// Four levels of four entries: an entry covers 1, 4, 16 or 64 pages, pages 1 to 126 can be mapped, and what
    /// begins at a multiple of 4 or 16 can be a large page.
    /// </summary>
    public static Geometry Small => new(4, 2, 3);

    public PagingRig Rig { get; }

    public ref PagingManager Memory => ref Rig.Memory;

    /// <summary>The space that runs at the start.</summary>
    public ref AddressSpace A => ref _spaces[0];

    public ref AddressSpace B => ref _spaces[1];

    public ref AddressSpace C => ref _spaces[2];

    public ref AddressSpace D => ref _spaces[3];

    /// <summary>A block that the test took to map it later; none once it is mapped.</summary>
    public Frame Taken { get; set; }

    public ReadOnlySpan<AddressSpace> Spaces => _spaces;

    /// <summary>The error code of an access of a program.</summary>
    public static PageFaultCode CodeOf(AccessKind kind) => new(
        kind switch
        {
            AccessKind.Read => 0b0_0100,
            AccessKind.Write => 0b0_0110,
            _ => 0b1_0100,
        });

    /// <summary>Maps pages and writes to each; the content of each is its number.</summary>
    public void Fill(ref AddressSpace space, int first, int count, RegionKind kind = RegionKind.Anonymous)
    {
        Rig.Map(ref space, first, count, PageRights.Write, kind);
        for (int page = first; page < first + count; page++)
        {
            Write(ref space, page, (byte)page);
        }
    }

    /// <summary>A write, as often as faults are resolved; without making the space run.</summary>
    public FaultOutcome Write(ref AddressSpace space, int page, byte content)
    {
        FaultOutcome outcome = Fault(ref space, page, AccessKind.Write);
        if (outcome <= FaultOutcome.StackGrown)
        {
            Rig.Physical.WriteByte(Rig.Query(in space, page).Frame.Address, content);
        }

        return outcome;
    }

    public FaultOutcome Touch(ref AddressSpace space, int page) => Fault(ref space, page, AccessKind.Read);

    public FaultOutcome Fault(ref AddressSpace space, int page, AccessKind kind) =>
        Memory.ResolveFault(ref space, Rig.PageAt(page), CodeOf(kind));

    public byte Content(in AddressSpace space, int page) =>
        Rig.Physical.ReadByte(Rig.Query(in space, page).Frame.Address);

    /// <summary>A page in one piece whose entry stands at a level; each small page in it holds its number.</summary>
    public PagingError MapBlock(
        ref AddressSpace space, int first, int level, PageRights rights = PageRights.Write)
    {
        Frame block = TakeBlock(first, level);
        return Memory.MapFrame(ref space, Rig.PageAt(first), block, RegionKind.Data, rights);
    }

    public Frame TakeBlock(int first, int level)
    {
        var order = new FrameOrder((byte)((level - 1) * Rig.Geometry.IndexBits));
        Assert.True(Memory.Frames.TryTakeBlock(order, FrameZone.Anywhere, FrameUse.Page, out Frame block));
        for (uint page = 0; page < order.Frames.Value; page++)
        {
            Rig.Physical.Fill((block + new FrameCount(page)).Address, (uint)first + page);
        }

        return block;
    }

    public PagingError Lend(
        ref AddressSpace source, int from, int count, ref AddressSpace target, int at,
        PageRights allowed = PageRights.Write) =>
        Memory.Lend(ref source, Rig.Range(from, count), ref target, Rig.PageAt(at), allowed);

    public PagingError Unmap(ref AddressSpace space, int first, int count) =>
        Memory.Unmap(ref space, Rig.Range(first, count));

    public PagingError Protect(ref AddressSpace space, int first, int count, PageRights rights) =>
        Memory.Protect(ref space, Rig.Range(first, count), rights);

    /// <summary>A space is gone, and everything that was only its own.</summary>
    public void End(ref AddressSpace space)
    {
        Memory.Destroy(ref space);
        Rig.ReapAll();
    }

    /// <summary>Everything is sound, and the processor can do no harm by what it remembers.</summary>
    public void AssertSound()
    {
        Rig.AssertSound(_spaces);
        Rig.AssertNoHarm();
    }
}
