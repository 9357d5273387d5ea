using System;
using Kernel.Console;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Metal;
using Kernel.Units;

namespace Kernel;

/// <summary>What the boot tells.</summary>
internal static class BootLog
{
    /// <summary>The banner.</summary>
    internal static void Greet() => Banner.Write(
        ref ConsoleState.Console,
        "x86-64, compiled ahead of time by ILCompiler"u8);

    /// <summary>The machine as the firmware and the processor describe it.</summary>
    internal static void Describe(ref readonly BootInfo boot, ref readonly KernelImage image, CpuFeatures features)
    {
        DescribeProcessor(features);
        DescribeLoader(in boot);
        DescribeMemory(in boot);
        Log.Info(
            $"kernel at {image.Range.Start:x}: code {Size(image.TextStart, image.TextEnd)}, "
            + $"constants {Size(image.RodataStart, image.RodataEnd)}, data {Size(image.DataStart, image.DataEnd)}, "
            + $"symbols {Size(image.SymbolsStart, image.SymbolsEnd)}");
        foreach (ref readonly BootModule module in boot.Modules)
        {
            Log.Info($"module \"{module.CommandLine}\", {module.Range.Length} at {module.Range.Start:x}");
        }

        DescribeScreen(Screen.Info);
        WarnOfUnknown(boot.CommandLine);
    }

    /// <summary>What ticks, and how fast.</summary>
    internal static void DescribeTimer(ref readonly Timer timer)
    {
        ReadOnlySpan<byte> name = timer.Kind == TimerKind.LocalApic ? "local APIC"u8 : "8254"u8;
        ReadOnlySpan<byte> when = timer.Megahertz != 0 ? "every 10 ms"u8 : "now and then: nothing tells its rate"u8;
        Log.Info($"timer: {name}, {timer.Megahertz} MHz, a tick {when}");
    }

    /// <summary>The last line of the boot, with what the boot cost.</summary>
    internal static void Ready()
    {
        ulong elapsed = ConsoleState.Clock.Elapsed;
        if (Clocks.CountsInstructions)
        {
            Log.Info($"ready after {elapsed:n} instructions");
        }
        else if (ConsoleState.Clock.TicksPerMicrosecond != 0)
        {
            Log.Info($"ready after {elapsed / ConsoleState.Clock.TicksPerMicrosecond:n} µs");
        }
        else
        {
            Log.Info($"ready after {elapsed:n} ticks");
        }
    }

    private static void DescribeScreen(FramebufferInfo screen)
    {
        if (screen.Kind == FramebufferKind.Text)
        {
            Log.Info($"screen {screen.Width} by {screen.Height} characters");
        }
        else
        {
            Log.Info(
                $"screen {screen.Width} by {screen.Height} pixels of {screen.BitsPerPixel} bits at {screen.Address:x}");
        }
    }

    private static void DescribeProcessor(CpuFeatures features)
    {
        Span<byte> space = stackalloc byte[ProcessorName.Length];
        Log.Info($"{ProcessorName.Read(space)}");
        Log.Info(
            $"switched on: WP NX{On(features, CpuFeatures.GlobalPages, " PGE"u8)}"
            + $"{On(features, CpuFeatures.ProcessContexts, " PCID"u8)}"
            + $"{On(features, CpuFeatures.Smep, " SMEP"u8)}{On(features, CpuFeatures.Smap, " SMAP"u8)}"
            + $"{On(features, CpuFeatures.Umip, " UMIP"u8)}{On(features, CpuFeatures.GibibytePages, " 1-GiB-pages"u8)}"
            + $"{On(features, CpuFeatures.Xsave, " XSAVE"u8)}");
    }

    private static void DescribeLoader(ref readonly BootInfo boot)
    {
        ReadOnlySpan<byte> loader = boot.LoaderName.IsEmpty ? "PVH"u8 : boot.LoaderName;
        ReadOnlySpan<byte> acpi = boot.Acpi.Kind == AcpiRootKind.None ? "no ACPI"u8 : "ACPI"u8;
        Log.Info($"started by {loader}, {acpi}, command line \"{boot.CommandLine.Text}\"");
    }

    private static void DescribeMemory(ref readonly BootInfo boot)
    {
        Log.Info(
            $"memory {boot.Memory.UsableBytes} usable, in {boot.Memory.Regions.Length} regions "
            + $"up to {boot.Memory.UsableEnd:x}");
        Log.Info(
            $"frames {State.Memory.Frames.Free.Value:n} free, {State.Memory.Frames.Used.Value:n} used, "
            + $"{State.Memory.Frames.Reserved.Value:n} reserved, {State.Memory.Frames.Records.Cost} of records");
        foreach (ref readonly MemoryRegion region in boot.Memory.Regions)
        {
            Log.Debug($"  {region.Range.Start} to {region.Range.End}  {Name(region.Kind)}");
        }
    }

    private static ByteCount Size(ulong start, ulong end) => new(end - start);

    private static ReadOnlySpan<byte> On(CpuFeatures features, CpuFeatures feature, ReadOnlySpan<byte> name) =>
        (features & feature) != 0 ? name : default;

    private static void WarnOfUnknown(CommandLine line)
    {
        OptionError error = KernelOptions.Decode(line, out _);
        if (error.IsError)
        {
            Log.Warn($"command line, at byte {error.Offset}: {error.Description}");
        }

        var unknown = new UnknownOptions(line);
        while (unknown.MoveNext())
        {
            Log.Warn($"command line: \"{unknown.Current.Text}\" is no option of the kernel's and means nothing");
        }
    }

    private static ReadOnlySpan<byte> Name(MemoryKind kind) => kind switch
    {
        MemoryKind.Usable => "usable"u8,
        MemoryKind.Persistent => "persistent"u8,
        MemoryKind.AcpiReclaimable => "ACPI tables"u8,
        MemoryKind.AcpiNonVolatile => "ACPI non-volatile"u8,
        MemoryKind.Bad => "bad"u8,
        _ => "reserved"u8,
    };
}
