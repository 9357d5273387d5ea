using System.Diagnostics.CodeAnalysis;
using Kernel.Audit;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// A paging manager with memory of its own, beside the kernel's: the same frames in the image and on the host, so that
/// programs of operations have the same answers there, down to the bits of each entry. It is large: keep one.
/// </summary>
internal partial struct Laboratory
{
    private BootInfo _boot;
    private Core _core;

    /// <summary>From 1 GiB on: one page of that size, and 64 MiB for tables, smaller pages and the records.</summary>
    internal static FrameRange Room => new(new Frame(1U << 18), new Frame((2U << 18) + (1U << 14)));

    /// <summary>The manager.</summary>
    [UnscopedRef]
    internal ref PagingManager Memory => ref _core.Memory;

    /// <summary>
    /// A space, by its number: they stand where a kernel has those of its programs, so that its audit knows them.
    /// </summary>
    [UnscopedRef]
    internal ref AddressSpace Space(int number) => ref _core.Images.At((byte)number).Space;

    /// <summary>Begins anew, with all frames free and no spaces.</summary>
    /// <param name="kernelRoot">The root whose upper half all spaces get.</param>
    /// <param name="features">What the manager is told of the processor.</param>
    internal void Open(Frame kernelRoot, CpuFeatures features = CpuFeatures.GibibytePages)
    {
        _boot = default;
        _core = default;
        var room = new PhysRange(Room.First.Address, Room.End.Address);
        bool isPlanned = _boot.MemoryPart.TryAdd(new MemoryRegion(room, MemoryKind.Usable));
        var inUse = new BootUse(in _boot, default, BootFrames.Start);
        if (!isPlanned || !Memory.Frames.TryPlan(in _boot, in inUse))
        {
            Machine.Panic("the laboratory has no memory"u8);
        }

        Memory.Frames.Populate(in _boot, in inUse);
        Memory.Start(kernelRoot, features);
    }

    /// <summary>The kernel's own audit of all frames, tables and charges.</summary>
    internal AuditFinding Audit() => SystemAudit.Check(ref _core);
}
