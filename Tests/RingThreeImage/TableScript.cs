using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// A script of everything that changes page tables, with both spaces listed after each step. Numbers are pages behind
/// <see cref="Scene.Base"/>; 1024 to 1535 are one large page, 1536 to 2047 are code, and 2048 and 4096 begin tables of
/// their own.
/// </summary>
internal ref partial struct TableScript
{
    /// <summary>So many pages are listed.</summary>
    internal const ulong Pages = 5000;

    /// <summary>The first page of the GiB that the child borrows whole; as many are listed from there.</summary>
    internal const ulong Borrowed = 1UL << 18;

    /// <summary>The stack's pages.</summary>
    internal const ulong StackPages = 16;

    private const ulong Code = 1536;

    private TableListing _listing;
    private AddressSpace _parent;
    private AddressSpace _child;

    /// <summary>Where the stack lies, far from all else.</summary>
    internal static VirtAddr Stack => new(0x7000_0000_0000);

    /// <summary>The address of a page, by its number.</summary>
    internal static VirtAddr At(ulong page) => Scene.Base + new ByteCount(page * 4096);

    /// <summary>Plays it.</summary>
    internal static void Play()
    {
        var script = new TableScript { _parent = Scene.NewSpace() };
        RingThree.MapPrograms(ref script._parent);
        script.Fill();
        script.Share();
        script.Edit();
        script.Lend();
        script.LendCode();
        Scene.Destroy(ref script._child);
        script.Show("child-gone"u8);
        Touch(ref script._parent, 600);
        Touch(ref script._parent, 1030);
        script.Show("sole-owner"u8);
        Scene.Destroy(ref script._parent);
    }

    private void Fill()
    {
        Scene.Map(ref _parent, pages: 700);
        Insist(State.Memory.MapStack(ref _parent, Scene.Pages(Stack, StackPages)));
        Show("mapped"u8);
        Touch(ref _parent, 0, 1, 2, 5, 511, 512, 600, 699);
        Read(ref _parent, 7);
        Scene.Insist(RingThree.Run(
            ref _parent, RingThreeProgram.Write, Stack + new ByteCount((StackPages * 4096) - 8)).HasFinished);
        Show("touched"u8);
        Scene.Insist(State.Memory.Frames.TryTakeBlock(
            FrameOrder.Large, FrameZone.Anywhere, FrameUse.Page, out Frame large));
        Insist(State.Memory.MapFrame(ref _parent, At(1024), large, RegionKind.Data, PageRights.Write));
        Show("large"u8);
    }

    private void Share()
    {
        _child = Scene.Fork(ref _parent);
        Show("forked"u8);
        Touch(ref _child, 0, 3, 513, 1030);
        Show("child-wrote"u8);
        Touch(ref _parent, 1, 600, 1031);
        Show("parent-wrote"u8);
    }

    private void Edit()
    {
        Insist(State.Memory.Protect(ref _parent, Scene.Pages(At(0), 3), PageRights.Read));
        Insist(State.Memory.Protect(ref _parent, Scene.Pages(At(1100), 10), PageRights.Execute));
        Show("protected"u8);
        Insist(State.Memory.Unmap(ref _child, Scene.Pages(At(500), 20)));
        Insist(State.Memory.Unmap(ref _parent, Scene.Pages(At(1200), 1)));
        Show("unmapped"u8);
        Insist(State.Memory.Protect(ref _parent, Scene.Pages(At(0), 3), PageRights.Write));
        Touch(ref _parent, 0, 2);
        Show("protected-again"u8);
    }

    private void Show(ReadOnlySpan<byte> step)
    {
        _listing.Show(step, ref _parent);
        if (_child.Exists)
        {
            _listing.Show(step, ref _child);
        }
    }

    private static void MapCode(ref AddressSpace space, ulong page, ulong count) => Insist(
        State.Memory.Map(ref space, Scene.Pages(At(page), count), RegionKind.Code, PageRights.Execute));

    // A program reads from each.
    private static void Read(ref AddressSpace space, params ReadOnlySpan<ulong> pages)
    {
        foreach (ulong page in pages)
        {
            Scene.Insist(RingThree.Run(ref space, RingThreeProgram.Read, At(page)).HasFinished);
        }
    }

    // A program writes to each.
    private static void Touch(ref AddressSpace space, params ReadOnlySpan<ulong> pages)
    {
        foreach (ulong page in pages)
        {
            Scene.Insist(RingThree.Run(ref space, RingThreeProgram.Write, At(page), page).HasFinished);
        }
    }

    private static void Insist(PagingError error) => Scene.Insist(error == PagingError.None);
}
