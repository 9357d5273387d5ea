using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// The ordinary memory that is in use when the frame table is set up: frame 0, the kernel's image, what
/// <see cref="BootFrames"/> handed out, and the boot modules.
/// </summary>
public readonly ref struct BootUse
{
    private const int FixedCount = 3;

    private readonly ref readonly BootInfo _boot;
    private readonly FrameRange _image;
    private readonly FrameRange _tables;

    /// <summary>What is in use beside the modules of <paramref name="boot"/>.</summary>
    /// <param name="boot">What the firmware said.</param>
    /// <param name="image">The kernel's image.</param>
    /// <param name="firstFreeFrame">Where <see cref="BootFrames"/> would go on.</param>
    public BootUse(ref readonly BootInfo boot, PhysRange image, PhysAddr firstFreeFrame)
    {
        _boot = ref boot;
        _image = FrameRange.Touching(image);
        PhysAddr start = BootFrames.Start;
        _tables = FrameRange.Touching(new PhysRange(start, firstFreeFrame > start ? firstFreeFrame : start));
    }

    /// <summary>The number of ranges.</summary>
    public int Count => FixedCount + _boot.Modules.Length;

    /// <summary>One of the ranges, from 0 below <see cref="Count"/>; it may be empty or overlap others.</summary>
    public FrameRange this[int index] => index switch
    {
        0 => new FrameRange(new Frame(0), new Frame(1)),
        1 => _image,
        2 => _tables,
        _ => FrameRange.Touching(_boot.Modules[index - FixedCount].Range),
    };

    /// <summary>Whether any frame of <paramref name="range"/> is in use, and one range that it overlaps.</summary>
    public bool Overlaps(FrameRange range, out FrameRange taken)
    {
        for (int i = 0; i < Count; i++)
        {
            taken = this[i];
            if (taken.Overlaps(range))
            {
                return true;
            }
        }

        taken = default;
        return false;
    }
}
