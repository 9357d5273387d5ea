using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Frames for the kernel's own tables, taken once at boot from the lowest usable memory above 1 MiB and never given
/// back. The kernel's image and the boot modules are left alone.
/// </summary>
public ref struct BootFrames
{
    private const ulong FrameSize = 1UL << (int)PageSize.Small;

    /// <summary>No frame below this address is handed out.</summary>
    public static PhysAddr Start => new(1UL << 20);

    private readonly ref readonly BootInfo _info;
    private readonly PhysRange _image;
    private PhysAddr _next;

    /// <summary>
    /// Frames beside the kernel's <paramref name="image"/>, from memory that <paramref name="info"/> lists.
    /// </summary>
    public BootFrames(ref readonly BootInfo info, PhysRange image)
    {
        _info = ref info;
        _image = image;
        _next = Start;
    }

    /// <summary>Everything below this address that is not image or module has been handed out or passed over.</summary>
    public readonly PhysAddr Next => _next;

    /// <summary>
    /// Takes one frame of 4 KiB with unknown contents, below <paramref name="limit"/>; false where none is left.
    /// </summary>
    public bool TryTake(PhysAddr limit, out PhysAddr frame)
    {
        foreach (ref readonly MemoryRegion region in _info.Memory.Regions)
        {
            if (region.Kind != MemoryKind.Usable)
            {
                continue;
            }

            PhysAddr start = SkipTaken(AlignUp(region.Range.Start > _next ? region.Range.Start : _next));
            PhysAddr end = start + new ByteCount(FrameSize);
            if (end <= region.Range.End && end <= limit)
            {
                frame = start;
                _next = end;
                return true;
            }
        }

        frame = default;
        return false;
    }

    private readonly PhysAddr SkipTaken(PhysAddr start)
    {
        bool moved;
        do
        {
            moved = Skip(_image, ref start);
            foreach (ref readonly BootModule module in _info.Modules)
            {
                moved |= Skip(module.Range, ref start);
            }
        }
        while (moved);
        return start;
    }

    private static bool Skip(PhysRange taken, ref PhysAddr start)
    {
        if (!taken.Overlaps(new PhysRange(start, start + new ByteCount(FrameSize))))
        {
            return false;
        }

        start = AlignUp(taken.End);
        return true;
    }

    private static PhysAddr AlignUp(PhysAddr address) => new((address.Value + FrameSize - 1) & ~(FrameSize - 1));
}
