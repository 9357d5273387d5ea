using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>A random program run on the machine and on the eager processor side by side.</summary>
internal sealed class CacheProgram
{
    private const int Frames = 8;
    private const int Roots = 2;
    private const int Contexts = 3;
    private const ulong Keep = 1UL << 63;

    private readonly Random _random;
    private readonly SimPhysical _memory;
    private readonly PagingControls _controls;
    private readonly SimMmu _mmu;
    private readonly NaiveCaches _naive;
    private readonly bool _hasGlobals;

    public CacheProgram(int seed)
    {
        _random = new Random(seed);
        Geometry[] shapes = [new(2, 1, 4), new(3, 1, 4), new(2, 2, 5), new(4, 1, 4)];
        _memory = new SimPhysical(shapes[_random.Next(shapes.Length)], Frames);
        _hasGlobals = _random.Next(2) == 0;
        _controls = new PagingControls { ProcessContexts = _random.Next(2) == 0, Smap = false };
        for (int frame = 0; frame < Frames; frame++)
        {
            for (int index = 0; index < _memory.Geometry.EntriesPerTable; index++)
            {
                _memory.WriteEntry(SimPhysical.FrameAt(frame), index, Entry());
            }
        }

        _mmu = new SimMmu(_memory, _controls, SimPhysical.FrameAt(0));
        _naive = new NaiveCaches(_memory, _controls);
        _naive.Switch(0, 0, keeps: false);
    }

    /// <summary>The verdicts met, for a look at how much the programs try.</summary>
    public Dictionary<Staleness, int> Met { get; } = [];

    public void Run(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            Step();
            CompareAccess();
            int frame = _random.Next(Frames);
            HeldReference? held = _mmu.FindReference(SimPhysical.FrameAt(frame));
            Assert.True(
                _naive.RefersTo((ulong)frame << 12) == held is not null,
                $"step {step}, frame {frame}: {string.Join("; ", held?.Path ?? [])}");
            if (step % 8 == 0)
            {
                Assert.Equal(_naive.HasHarm(Worst), _mmu.FindHarm() is not null);
            }
        }
    }

    private void Step()
    {
        VirtAddr address = Address();
        int context = _controls.ProcessContexts ? _random.Next(Contexts) : 0;
        switch (_random.Next(16))
        {
            case 0 or 1:
                bool keeps = _controls.ProcessContexts && _random.Next(2) == 0;
                ulong root = (ulong)_random.Next(Roots) << 12;
                _mmu.WriteRoot(root | (uint)context | (keeps ? Keep : 0));
                _naive.Switch(root, context, keeps);
                break;
            case 2 or 3 or 4:
                _mmu.InvalidatePage(address);
                _naive.InvalidatePage(address.Value);
                break;
            case 5:
                _mmu.PageFault(address);
                _naive.PageFault(address.Value);
                break;
            case 6:
                _mmu.InvalidatePage(address, context);
                _naive.InvalidatePrivate(address.Value, context);
                break;
            case 7:
                Flush(context);
                break;
            default:
                _memory.WriteEntry(
                    SimPhysical.FrameAt(_random.Next(Frames)), _random.Next(_memory.Geometry.EntriesPerTable), Entry());
                _naive.Fill();
                break;
        }
    }

    private void Flush(int context)
    {
        ContextFlush kind = (ContextFlush)_random.Next(1, 4);
        _mmu.InvalidateContext(kind, context);
        switch (kind)
        {
            case ContextFlush.One:
                _naive.Flush(context);
                break;
            case ContextFlush.All:
                _naive.FlushContexts();
                break;
            default:
                _naive.FlushAll();
                break;
        }
    }

    private Staleness Worst(VirtAddr address, AccessKind kind, Ring ring)
    {
        AccessOutcome fresh = _mmu.Walk(address, kind, ring);
        return _naive.Servings(address.Value, kind, ring).Select(each => Judge(fresh, each)).DefaultIfEmpty().Max();
    }

    private void CompareAccess()
    {
        VirtAddr address = Address();
        AccessKind kind = (AccessKind)_random.Next(3);
        Ring ring = _random.Next(2) == 0 ? Ring.Kernel : Ring.User;
        AccessOutcome fresh = _mmu.Walk(address, kind, ring);
        (bool IsFault, ulong Value)[] servings = [.. _naive.Servings(address.Value, kind, ring)];
        Staleness expected = Worst(address, kind, ring);
        AccessResult result = _mmu.Access(address, kind, ring);
        Assert.Equal(expected, result.Staleness);
        Met[expected] = Met.GetValueOrDefault(expected) + 1;
        if (!fresh.IsTranslated && servings.All(static serving => serving.IsFault))
        {
            _naive.PageFault(address.Value);
        }
    }

    private static Staleness Judge(AccessOutcome fresh, (bool IsFault, ulong Value) serving)
    {
        if (fresh.IsTranslated)
        {
            return serving.IsFault ? Staleness.SpuriousFault
                : serving.Value == fresh.Translation.Address.Value ? Staleness.None
                : Staleness.WrongFrame;
        }

        return serving.IsFault
            ? (serving.Value == fresh.Fault.Bits ? Staleness.None : Staleness.OtherFault)
            : (fresh.Fault.Bits & 9) == 1 ? Staleness.KeptRight
            : Staleness.KeptTranslation;
    }

    private VirtAddr Address()
    {
        Geometry shape = _memory.Geometry;
        ulong page = (ulong)_random.Next(1 << (shape.Levels * shape.IndexBits));
        return shape.Canonical(new VirtAddr((page << shape.PageBits) + 3));
    }

    private ulong Entry()
    {
        if (_random.Next(3) == 0)
        {
            return 0;
        }

        // A large page of any size needs a frame whose number is a multiple of four.
        bool isLarge = _random.Next(8) == 0;
        int frame = isLarge ? _random.Next(Frames / 4) * 4 : _random.Next(Frames);
        ulong entry = TableSpace.Open | ((ulong)frame << 12) | (isLarge ? TableSpace.Large : 0);
        entry ^= _random.Next(4) == 0 ? TableSpace.Writable : 0;
        entry ^= _random.Next(6) == 0 ? TableSpace.User : 0;
        entry ^= _random.Next(6) == 0 ? TableSpace.NoExecute : 0;
        entry ^= _hasGlobals && _random.Next(4) == 0 ? TableSpace.Global : 0;
        return entry;
    }
}
