namespace Kernel.Tasks;

/// <summary>
/// Numbers that no two tasks ever share. They are what a frame's record holds while the frame's task waits for a
/// message, and so begin where no links of frames can be: above <see cref="Units.Frame.Limit"/> in the upper half.
/// </summary>
internal struct TaskSerials
{
    private const ulong First = 0xFFFF_FF01_0000_0000;

    private ulong _issued;

    /// <summary>The next one. There are 10^12; a machine that makes a task each microsecond has them for 12 days.</summary>
    internal ulong Next() => First + ++_issued;

    /// <summary>
    /// What stands for a serial where a task waits for a message, but has others to answer: no quick send finds it.
    /// </summary>
    internal static ulong NotQuick(ulong serial) => serial & ~(1UL << 63);
}
