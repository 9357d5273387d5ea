using System.Runtime.CompilerServices;

namespace Kernel.Metal;

/// <summary>
/// The global descriptor table and the task state segment (Intel SDM vol. 3, 3.4.5 and 8.7). The order of the first
/// five is what SYSCALL and SYSRET want (vol. 2, SYSRET: user data lies 8 and user code 16 above one base).
/// </summary>
internal struct Segments
{
    /// <summary>Selector of the kernel's code.</summary>
    internal const ushort KernelCode = 1 * 8;

    /// <summary>Selector of the kernel's data.</summary>
    internal const ushort KernelData = 2 * 8;

    /// <summary>Selector of the task state segment.</summary>
    internal const ushort TaskState = 5 * 8;

    private const int Count = 7;
    private const ulong PresentCodeOrData = 1UL << 44 | 1UL << 47;
    private const ulong Code = 1UL << 43 | 1UL << 41 | 1UL << 53;
    private const ulong Data = 1UL << 41;
    private const ulong Ring3 = 3UL << 45;
    private const ulong AvailableTaskState = 0x9UL << 40 | 1UL << 47;

    private TaskStateSegment _tss;
    private Table _table;

    /// <summary>The top of the stack that traps out of ring 3 come on; a multiple of 16.</summary>
    internal ulong TrapStack
    {
        readonly get => _tss.Rsp0;
        set => _tss.Rsp0 = value;
    }

    /// <summary>Fills both tables and puts the processor onto them. The struct stays where it is from now on.</summary>
    internal unsafe void Load(ref readonly KernelImage image)
    {
        TrapStack = image.KernelStack;
        _tss.DoubleFaultStack = image.DoubleFaultStack;
        _tss.NonMaskableStack = image.NonMaskableStack;
        _tss.MachineCheckStack = image.MachineCheckStack;
        _tss.PortMap = (ushort)Unsafe.SizeOf<TaskStateSegment>();

        ulong tss = (ulong)Unsafe.AsPointer(ref _tss);
        _table[1] = PresentCodeOrData | Code;
        _table[2] = PresentCodeOrData | Data;
        _table[3] = PresentCodeOrData | Data | Ring3;
        _table[4] = PresentCodeOrData | Code | Ring3;
        _table[5] = AvailableTaskState
            | ((ulong)Unsafe.SizeOf<TaskStateSegment>() - 1)
            | (tss & 0xFF_FFFF) << 16
            | (tss >> 24 & 0xFF) << 56;
        _table[6] = tss >> 32;

        var pointer = new DescriptorTablePointer((Count * sizeof(ulong)) - 1, (ulong)Unsafe.AsPointer(ref _table));
        Cpu.LoadSegments(&pointer, KernelCode, KernelData, TaskState);
    }

    [InlineArray(Count)]
    private struct Table
    {
        private ulong _first;
    }
}
