using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>The modules in the loader's order.</summary>
public struct BootModules
{
    /// <summary>The most modules that are taken.</summary>
    public const int Capacity = 16;

    private ModuleSlots _slots;
    private int _count;

    /// <summary>All of them. Take elements by reference: each holds its text, a kibibyte.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<BootModule> All => ((ReadOnlySpan<BootModule>)_slots)[.._count];

    // Where the text of the module added last goes; there must be one.
    [UnscopedRef]
    internal ref BootText NewestText => ref _slots[_count - 1].Text;

    internal BootFault Add(PhysAddr start, ByteCount length)
    {
        if (!PhysRange.TryCreate(start, length, out PhysRange range))
        {
            return BootFault.ModuleBeyondLimit;
        }

        if (_count == Capacity)
        {
            return BootFault.ModuleTooMany;
        }

        _slots[_count].Place = range;
        _count++;
        return BootFault.None;
    }

    // An empty module has no bytes that could lie in the wrong place, and loaders put it anywhere.
    internal readonly BootError CheckPlaces(in MemoryMap memory)
    {
        for (int i = 0; i < _count; i++)
        {
            PhysRange range = All[i].Range;
            if (!range.IsEmpty && !memory.IsUsable(range))
            {
                return new BootError(BootFault.ModuleOutsideMemory, range.Start);
            }

            for (int earlier = 0; earlier < i; earlier++)
            {
                if (range.Overlaps(All[earlier].Range))
                {
                    return new BootError(BootFault.ModulesOverlap, range.Start);
                }
            }
        }

        return BootError.None;
    }

    [InlineArray(Capacity)]
    private struct ModuleSlots
    {
        private BootModule _first;
    }
}
