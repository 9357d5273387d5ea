using System;
using Kernel.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

/// <summary>What must hold of every boot information that was decoded without an error.</summary>
internal static class Soundness
{
    public static void Check(in BootInfo info)
    {
        CheckMap(in info.Memory);
        Assert.NotEqual(0UL, info.Memory.UsableBytes.Value);
        CheckModules(in info);
        CheckScreen(in info);
        CheckText(info.CommandLine.Text);
        CheckText(info.LoaderName);
        bool hasAcpi = info.Acpi.Kind != AcpiRootKind.None;
        Assert.Equal(hasAcpi, info.Acpi.Table.Value != 0);
        Assert.True(info.Acpi.Table < PhysAddr.Limit);
    }

    public static void CheckMap(in MemoryMap map)
    {
        MemoryRegion last = default;
        foreach (MemoryRegion region in map.Regions)
        {
            Assert.True(Enum.IsDefined(region.Kind));
            Assert.False(region.Range.IsEmpty);
            Assert.True(region.Range.Start >= last.Range.End);
            Assert.True(region.Range.Start > last.Range.End || region.Kind != last.Kind);
            Assert.True(region.Range.End <= PhysAddr.Limit);
            last = region;
        }
    }

    private static void CheckModules(in BootInfo info)
    {
        for (int i = 0; i < info.Modules.Length; i++)
        {
            PhysRange range = info.Modules[i].Range;
            Assert.True(range.End >= range.Start && range.End <= PhysAddr.Limit);
            Assert.True(range.IsEmpty || info.Memory.IsUsable(range));
            CheckText(info.Modules[i].CommandLine);
            for (int other = 0; other < i; other++)
            {
                Assert.False(range.Overlaps(info.Modules[other].Range));
            }
        }
    }

    private static void CheckScreen(in BootInfo info)
    {
        FramebufferInfo screen = info.Framebuffer;
        if (screen.Kind == FramebufferKind.None)
        {
            Assert.Equal(default, screen);
            return;
        }

        Assert.Equal(BootFault.None, screen.Check());
        Assert.False(info.Memory.TouchesUsable(screen.Range));
    }

    private static void CheckText(ReadOnlySpan<byte> text)
    {
        Assert.True(text.Length < BootText.Capacity);
        Assert.Equal(-1, text.IndexOf((byte)0));
    }
}
