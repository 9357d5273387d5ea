using System;
using Kernel.Units;

namespace Kernel.Machines;

/// <content>
/// Page tables, and what the processor forgets of them: a test may count, watch, or have nothing forgotten.
/// </content>
public sealed partial class SimMachine
{
    private const ulong KeepsTranslations = 1UL << 63;

    /// <summary>
    /// INVLPG does nothing, and CR3 drops nothing: as if the kernel had forgotten to. Without process-context
    /// identifiers, another root still drops what belongs to the last one.
    /// </summary>
    public bool IgnoresInvalidations { get; set; }

    /// <summary>Called before each INVLPG and each write of CR3.</summary>
    public Action BeforeInvalidation { get; set; } = static () => { };

    /// <summary>What was last written to CR3.</summary>
    public ulong WrittenRoot { get; private set; }

    /// <summary>How often entries of page tables were read or written by themselves.</summary>
    public ulong EntryAccesses { get; private set; }

    /// <inheritdoc/>
    public static ulong ReadEntry(Frame table, int index)
    {
        SimMachine machine = Current;
        machine.EntryAccesses++;
        return machine.Physical is { } physical
            ? physical.ReadEntry(table.Address, index)
            : PageTable(table.Address)[index];
    }

    /// <inheritdoc/>
    public static void WriteEntry(Frame table, int index, ulong bits)
    {
        SimMachine machine = Current;
        machine.EntryAccesses++;
        if (machine.Physical is { } physical)
        {
            physical.WriteEntry(table.Address, index, bits);
        }
        else
        {
            PageTable(table.Address)[index] = bits;
        }
    }

    /// <inheritdoc/>
    public static void InvalidatePage(VirtAddr address)
    {
        SimMachine machine = Current;
        machine.BeforeInvalidation();
        if (!machine.IgnoresInvalidations)
        {
            machine.Mmu?.InvalidatePage(address);
        }
    }

    /// <inheritdoc/>
    public static void WriteRoot(ulong value)
    {
        SimMachine machine = Current;
        machine.BeforeInvalidation();
        machine.WrittenRoot = value;
        bool isTheSame = new PhysAddr(value & ~KeepsTranslations & ~0xFFFUL) == machine.Mmu?.Root;
        if (!machine.IgnoresInvalidations)
        {
            machine.Mmu?.WriteRoot(value);
        }
        else if (!isTheSame)
        {
            machine.Mmu?.WriteRoot(value | KeepsTranslations);
        }
    }
}
