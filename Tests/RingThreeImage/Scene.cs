using System;
using Kernel.Console;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Something that programs do in ring 3, with a space to do it in. Whether all went as it must is told on the serial
/// port, as <c>ring3 NAME ok</c> or <c>ring3 NAME FAILED</c> and what.
/// </summary>
internal unsafe ref struct Scene
{
    private const int LongestLine = 128;

    private readonly ReadOnlySpan<byte> _name;
    private bool _hasFailed;

    private Scene(ReadOnlySpan<byte> name) => _name = name;

    /// <summary>Where scenes map memory: aligned to 1 GiB.</summary>
    internal static VirtAddr Base => new(1UL << 30);

    /// <summary>Plays a scene, and says how it went; that it kept no frame is part of that.</summary>
    internal static void Play(ReadOnlySpan<byte> name, delegate*<ref Scene, ref AddressSpace, void> play)
    {
        FrameCount before = State.Memory.Frames.Free;
        var scene = new Scene(name);
        AddressSpace space = NewSpace();
        RingThree.MapPrograms(ref space);
        play(ref scene, ref space);
        Destroy(ref space);
        scene.Demand(State.Memory.Frames.Free == before, "frames were lost"u8);
        scene.Say(scene._hasFailed ? "FAILED"u8 : "ok"u8);
    }

    /// <summary>Says a word.</summary>
    internal static void Write(ReadOnlySpan<byte> word)
    {
        Span<byte> space = stackalloc byte[LongestLine];
        var line = new TextBuffer(space);
        line.Append("ring3 "u8);
        line.Append(word);
        ConsoleState.Console.WriteLine(line.Text, CellColours.Plain);
    }

    /// <summary>A space with nothing in it.</summary>
    internal static AddressSpace NewSpace()
    {
        Insist(State.Memory.TryCreate(new FrameCount(1 << 20), out AddressSpace space) == PagingError.None);
        return space;
    }

    /// <summary>A copy of a space.</summary>
    internal static AddressSpace Fork(ref AddressSpace parent)
    {
        Insist(State.Memory.TryFork(ref parent, new FrameCount(1 << 20), out AddressSpace child) == PagingError.None);
        return child;
    }

    /// <summary>Ends a space and all that is left of it.</summary>
    internal static void Destroy(ref AddressSpace space)
    {
        State.Memory.Destroy(ref space);
        while (State.Memory.Reap(1024))
        {
        }
    }

    /// <summary>So many pages from an address on.</summary>
    internal static PageRange Pages(VirtAddr start, ulong count)
    {
        Insist(PageRange.Decode(start, new ByteCount(count * 4096), out PageRange range) == PagingError.None);
        return range;
    }

    /// <summary>Memory from <see cref="Base"/> on that comes when it is touched.</summary>
    internal static void Map(ref AddressSpace space, ulong pages, PageRights rights = PageRights.Write) =>
        Insist(State.Memory.Map(ref space, Pages(Base, pages), RegionKind.Anonymous, rights) == PagingError.None);

    /// <summary>Panics where what a scene starts from is not so.</summary>
    internal static void Insist(bool isSo)
    {
        if (!isSo)
        {
            Panic.Stop("an address space does not do what a scene needs"u8);
        }
    }

    /// <summary>Says what is wrong where it is not so.</summary>
    internal void Demand(bool isSo, ReadOnlySpan<byte> otherwise)
    {
        if (!isSo)
        {
            _hasFailed = true;
            Say(otherwise);
        }
    }

    /// <summary>Reads eight bytes in ring 3, which must succeed.</summary>
    internal ulong Read(ref AddressSpace space, VirtAddr address)
    {
        RingThreeState end = RingThree.Run(ref space, RingThreeProgram.Read, address);
        Demand(end.HasFinished, "a read that is allowed was refused"u8);
        return end.Registers.Rax;
    }

    /// <summary>Writes eight bytes in ring 3, which must succeed.</summary>
    internal void WriteTo(ref AddressSpace space, VirtAddr address, ulong value) => Demand(
        RingThree.Run(ref space, RingThreeProgram.Write, address, value).HasFinished,
        "a write that is allowed was refused"u8);

    /// <summary>Does what must be refused, for this reason; and no page may have come or gone.</summary>
    internal void DemandRefused(
        ref AddressSpace space, RingThreeProgram program, VirtAddr address, FaultOutcome outcome)
    {
        PageInfo before = PagingManager.Query(in space, address);
        RingThreeState end = RingThree.Run(ref space, program, address);
        Demand(end.HasFaulted, "what must be refused was not"u8);
        Demand(end.FaultAddress == address, "CR2 is not the address"u8);

        // A refused fault has changed nothing: asked again, it is refused again.
        Demand(
            State.Memory.ResolveFault(ref space, address, end.FaultCode) == outcome, "refused for another reason"u8);
        Demand(PagingManager.Query(in space, address) == before, "a refused fault has changed something"u8);
    }

    private readonly void Say(ReadOnlySpan<byte> what)
    {
        Span<byte> space = stackalloc byte[LongestLine];
        var line = new TextBuffer(space);
        line.Append(_name);
        line.Append(' ');
        line.Append(what);
        Write(line.Text);
    }
}
