using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Machines;
using QemuTests.Support;

namespace QemuTests.Matrix;

/// <summary>
/// The boots of this test run as a table for people, <c>artifacts/test/boot-matrix.md</c>: written anew with each row,
/// so that a run that breaks off leaves its rows too.
/// </summary>
internal static class BootTable
{
    private const string Heading =
        "| firmware   | medium       | machine | processor           | memory | cpus | result | seconds |";
    private const string Rule =
        "|------------|--------------|---------|---------------------|-------:|-----:|--------|--------:|";

    private static readonly object s_gate = new();
    private static readonly SortedSet<string> s_rows = new(StringComparer.Ordinal);

    /// <summary>Adds a boot in QEMU.</summary>
    public static void Add(MachineSpec spec, bool isReady, TimeSpan time) => Add(
        $"| {Name(spec.Firmware),-10} | {Name(spec),-12} | {Name(spec.Chipset),-7} "
        + $"| {spec.Processor ?? "max",-19} | {Name(spec.Memory),6} | {spec.Processors,4} ",
        isReady,
        time);

    /// <summary>Adds a boot in Bochs.</summary>
    public static void Add(BochsSpec spec, bool isReady, TimeSpan time) => Add(
        $"| {"BIOS",-10} | {"CD",-12} | {"Bochs",-7} | {spec.Processor,-19} | {Name(spec.Memory),6} | {1,4} ",
        isReady,
        time);

    private static void Add(string machine, bool isReady, TimeSpan time)
    {
        string end = string.Create(
            CultureInfo.InvariantCulture, $"| {(isReady ? "ready" : "FAILED"),-6} | {time.TotalSeconds,7:0.0} |");
        string row = machine + end;
        lock (s_gate)
        {
            s_rows.Add(row);
            File.WriteAllText(Path.Combine(Tree.Reports, "boot-matrix.md"), Render());
        }
    }

    private static string Render()
    {
        var text = new StringBuilder()
            .AppendLine(Heading)
            .AppendLine(Rule);
        foreach (string row in s_rows)
        {
            text.AppendLine(row);
        }
        int ready = s_rows.Count(static row => row.Contains("| ready ", StringComparison.Ordinal));
        return text.AppendLine()
            .AppendLine($"{ready} of {s_rows.Count} ways to boot end with a kernel that is ready.")
            .ToString();
    }

    private static string Name(Firmware firmware) => firmware switch
    {
        Firmware.Bios => "BIOS",
        Firmware.Uefi => "UEFI",
        _ => "none (PVH)",
    };

    private static string Name(MachineSpec spec) => spec switch
    {
        { Firmware: Firmware.Direct } => "-kernel",
        { Medium: Medium.Cd } => "CD",
        { Medium: Medium.UsbStick } => "USB stick",
        { Medium: Medium.VirtioDisk } => "virtual disk",
        _ => "IDE disk",
    };

    private static string Name(Chipset chipset) => chipset == Chipset.Pc ? "pc" : "q35";

    private static string Name(MemorySize memory) =>
        memory.Mebibytes % 1024 == 0 ? $"{memory.Mebibytes / 1024}G" : memory.ToString();
}
