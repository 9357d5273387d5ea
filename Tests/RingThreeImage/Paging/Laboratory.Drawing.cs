using System.Diagnostics.CodeAnalysis;
using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>Memory maps that lie in the laboratory's room, where they are small.</content>
internal partial struct Laboratory
{
    /// <summary>
    /// A few regions from 2 GiB on, with modules in some, drawn in units of so many bytes; the first one is usable.
    /// </summary>
    [UnscopedRef]
    internal ref BootInfo Draw(ref Seeded random, ulong unit)
    {
        _boot = default;
        var at = new PhysAddr(2UL << 30);
        int regions = 1 + random.Below(6);
        for (int region = 0; region < regions; region++)
        {
            at += new ByteCount((ulong)random.Below(4) * unit);
            PhysAddr end = at + new ByteCount((ulong)(1 + random.Below(24)) * unit);
            bool isUsable = region == 0 || !random.Once(3);
            MemoryKind kind = isUsable ? MemoryKind.Usable : MemoryKind.Reserved;
            _ = _boot.MemoryPart.TryAdd(new MemoryRegion(new PhysRange(at, end), kind));
            if (isUsable && random.Once(2))
            {
                AddModule(ref random, at, end);
            }

            at = end;
        }

        return ref _boot;
    }

    // In the middle, or all but a page or two at an end.
    private void AddModule(ref Seeded random, PhysAddr start, PhysAddr end)
    {
        ulong length = (end - start).Value;
        ulong first = random.Once(2) ? (ulong)random.Below(3) << Frame.Shift : length / 4;
        ulong last = random.Once(2) ? (ulong)random.Below(3) << Frame.Shift : length / 4;
        if (first + last < length)
        {
            _ = _boot.ModulesPart.Add(start + new ByteCount(first), new ByteCount(length - first - last));
        }
    }
}
