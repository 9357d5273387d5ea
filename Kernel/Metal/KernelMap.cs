using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>
/// The kernel's own address space: physical memory, the image with the rights of its sections, the screen, the frame
/// table; and nothing where ring 3 will be, so that the boot's identity map ends here.
/// </summary>
internal static class KernelMap
{
    private const ulong PageMask = 0xFFF;

    // Write-back, write-combining, uncached minus, uncached, twice: an entry's WriteThrough bit picks the second.
    private const ulong PageAttributes = 0x0007_0106_0007_0106;

    /// <summary>Makes the tables. They are not in use yet.</summary>
    internal static KernelTables Build(ref readonly BootInfo boot, ref readonly KernelImage image, CpuFeatures features)
    {
        bool hasHuge = (features & CpuFeatures.GibibytePages) != 0;
        var tables = new KernelTables(new BootFrames(in boot, image.Range), hasHuge ? PageSize.Huge : PageSize.Large);
        MapMemory(ref tables, in boot, image.Range);
        MapImage(ref tables, in image);
        MapScreen(ref tables, features);
        MapLocalApic(ref tables, features);
        FrameRecords.Map(ref tables, in boot, image.Range);
        return tables;
    }

    /// <summary>Switches to the tables and turns on every protection that the processor has.</summary>
    internal static void Activate(in KernelTables tables, CpuFeatures features)
    {
        if ((features & CpuFeatures.PageAttributes) != 0)
        {
            Cpu.WriteModelSpecific(ModelSpecificRegister.PageAttributeTable, PageAttributes);
        }

        Cpu.WriteCr3(tables.Root.Value);
        Cpu.WriteCr4(Cpu.ReadCr4() | (ulong)ControlBits(features));
    }

    private static ControlRegister4 ControlBits(CpuFeatures features) =>
        When(features, CpuFeatures.MachineChecks, ControlRegister4.MachineChecks)
        | When(features, CpuFeatures.GlobalPages, ControlRegister4.GlobalPages)
        | When(features, CpuFeatures.ProcessContexts, ControlRegister4.ProcessContexts)
        | When(features, CpuFeatures.Smep, ControlRegister4.Smep)
        | When(features, CpuFeatures.Smap, ControlRegister4.Smap)
        | When(features, CpuFeatures.Umip, ControlRegister4.Umip)
        | When(features, CpuFeatures.Xsave, ControlRegister4.OsXsave);

    private static ControlRegister4 When(CpuFeatures features, CpuFeatures feature, ControlRegister4 bit) =>
        (features & feature) != 0 ? bit : 0;

    // Without the image: it is not to be written past its sections' rights.
    private static void MapMemory(ref KernelTables tables, ref readonly BootInfo boot, PhysRange image)
    {
        foreach (ref readonly MemoryRegion region in boot.Memory.Regions)
        {
            if (region.Kind is MemoryKind.Usable or MemoryKind.AcpiReclaimable or MemoryKind.AcpiNonVolatile)
            {
                PhysRange range = region.Range;
                MapPhysical(ref tables, new PhysRange(range.Start, Lower(range.End, image.Start)));
                MapPhysical(ref tables, new PhysRange(Higher(range.Start, image.End), range.End));
            }
        }
    }

    // Whole pages only: what is left of one may be the next region's.
    private static void MapPhysical(ref KernelTables tables, PhysRange range)
    {
        var start = new PhysAddr((range.Start.Value + PageMask) & ~PageMask);
        var end = new PhysAddr(range.End.Value & ~PageMask);
        if (start < end)
        {
            tables.Map(KernelLayout.InDirectMap(start), new PhysRange(start, end), PageRights.Write);
        }
    }

    private static void MapImage(ref KernelTables tables, ref readonly KernelImage image)
    {
        MapSection(ref tables, image.TextStart, image.TextEnd, PageRights.Execute);
        MapSection(ref tables, image.RodataStart, image.RodataEnd, PageRights.Read);
        MapSection(ref tables, image.DataStart, image.DataEnd, PageRights.Write);
        MapSection(ref tables, image.SymbolsStart, image.SymbolsEnd, PageRights.Read);
        MapStack(ref tables, image.KernelGuard, image.KernelStack);
        MapStack(ref tables, image.DoubleFaultGuard, image.DoubleFaultStack);
        MapStack(ref tables, image.NonMaskableGuard, image.NonMaskableStack);
        MapStack(ref tables, image.MachineCheckGuard, image.MachineCheckStack);
    }

    private static void MapStack(ref KernelTables tables, ulong guard, ulong top) =>
        MapSection(ref tables, guard + PageMask + 1, top, PageRights.Write);

    private static void MapSection(ref KernelTables tables, ulong start, ulong end, PageRights rights)
    {
        ulong imageBase = KernelLayout.ImageBase.Value;
        tables.Map(
            new VirtAddr(start),
            new PhysRange(new PhysAddr(start - imageBase), new PhysAddr(end - imageBase)),
            rights);
    }

    private static void MapScreen(ref KernelTables tables, CpuFeatures features)
    {
        FramebufferInfo screen = Screen.Info;
        ulong offset = screen.Address.Value & PageMask;
        bool canCombine = (features & CpuFeatures.PageAttributes) != 0;
        tables.Map(
            KernelLayout.Screen + new ByteCount(offset),
            screen.Range,
            canCombine ? PageRights.Write | PageRights.Combine : PageRights.Write);
    }

    private static void MapLocalApic(ref KernelTables tables, CpuFeatures features)
    {
        if ((features & CpuFeatures.LocalApic) != 0)
        {
            PhysAddr start = LocalApic.Registers;
            var page = new PhysRange(start, start + new ByteCount(PageMask + 1));
            tables.Map(KernelLayout.LocalApic, page, PageRights.Write | PageRights.Uncached);
        }
    }

    private static PhysAddr Lower(PhysAddr left, PhysAddr right) => left < right ? left : right;

    private static PhysAddr Higher(PhysAddr left, PhysAddr right) => left > right ? left : right;
}
