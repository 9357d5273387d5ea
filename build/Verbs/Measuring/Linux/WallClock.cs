using System.Collections.Generic;
using System.IO;
using System.Linq;
using Machines;

namespace Verbs.Measuring.Linux;

/// <summary>
/// How many times as long Linux takes, by the clock on the wall: ratios of one run alone, because the times themselves
/// are those of this host, and of what else it does.
/// </summary>
public static class WallClock
{
    private const string Boot = "boot-to-program";

    /// <summary>Measures by KVM where that works here, else by emulation without counting, and writes a table.</summary>
    /// <exception cref="VerbException">A guest failed.</exception>
    /// <exception cref="MachineException">QEMU is missing, or a guest did not end.</exception>
    public static void Write(BenchImages images, LinuxFiles files, TextWriter output)
    {
        BenchHost host = Works(images, Host(Accelerator.Kvm)) ? Host(Accelerator.Kvm) : Host(Accelerator.Tcg);
        IReadOnlyDictionary<string, Measurement> ours = GuestFigures.Parse(BenchGuest.All
            .Where(static guest => guest.IsProgram && guest.Figure != "tasks")
            .SelectMany(guest => BenchMachine.Run(guest, images.Kernel, images.Archive, host)));
        IReadOnlyDictionary<string, LinuxFigure> linux = LinuxFigure
            .Best(LinuxMachine.Measure(files, host, Mitigations.Off)).ToDictionary(static each => each.Figure);
        WriteTable(ours, linux, host.Accelerator, output);
        FlushTimes.Write(FlushTimes.Measure(images, host), output);
    }

    /// <summary>A row for each figure that both have. The boot's are in different units, and not among them.</summary>
    public static void WriteTable(
        IReadOnlyDictionary<string, Measurement> ours,
        IReadOnlyDictionary<string, LinuxFigure> linux,
        Accelerator accelerator,
        TextWriter output)
    {
        string how = accelerator == Accelerator.Kvm ? "by KVM" : "emulated, instructions not counted";
        output.WriteLine($"Time on this host, {how}: how many times as long Linux with mitigations=off takes");
        foreach ((string name, Measurement own) in ours.Where(each => each.Key != Boot && each.Value.Value != 0))
        {
            if (linux.TryGetValue(name, out LinuxFigure? best))
            {
                output.WriteLine($"{name,-30} {LinuxText.Ratio(best.Value, own.Value),6} {best.Way}");
            }
        }
    }

    private static BenchHost Host(Accelerator accelerator) => new(Processor: null, accelerator, Clock.HostTime);

    // The device may be there and what is behind it no use: nested, or without what our kernel needs.
    private static bool Works(BenchImages images, BenchHost host)
    {
        try
        {
            BenchGuest quick = BenchGuest.All.First(static guest => guest.IsProgram);
            return Kvm.IsUsable() && BenchMachine.Run(quick, images.Kernel, images.Archive, host).Length > 0;
        }
        catch (System.Exception failure) when (failure is VerbException or MachineException)
        {
            return false;
        }
    }
}
