using System.Collections.Generic;
using System.Linq;
using Machines;

namespace Verbs.Covering;

/// <summary>Everything that runs the kernel to see which of its code is reached.</summary>
public static class CoverageMachines
{
    /// <summary>All machines: the kernel's boots, its programs, kept seeds of the program <c>fuzz</c>.</summary>
    public static IEnumerable<CoverageMachine> All(Repository repository) =>
        Boots(repository)
            .Concat(Processors(repository))
            .Concat(Programs(repository))
            .Concat(FuzzSeeds.Read(repository.FuzzSeeds).Select(seed => Fuzz(repository, seed)));

    /// <summary>The program <c>fuzz</c> with a seed.</summary>
    public static CoverageMachine Fuzz(Repository repository, FuzzSeed seed) => Program(
        repository, $"fuzz {seed.Seed}", $"init=fuzz,{seed.Seed},{seed.Calls}", "max", memory: 256);

    // The program hello ends with code 7.
    private static IEnumerable<CoverageMachine> Boots(Repository repository)
    {
        MachineSpec direct = Direct(repository);
        MachineSpec bios = direct with { Firmware = Firmware.Bios, Image = repository.Iso, Archive = null };
        yield return new("boot by BIOS, all demonstrations", bios);
        yield return new("boot by BIOS, the most in the log", With(bios, "log=debug init=hello"), GuestVerdict.Failed);
        yield return new("boot by UEFI", bios with { Firmware = Firmware.Uefi });
        yield return new(
            "boot without programs", direct with { Archive = null, KernelArguments = "log=debug" }, GuestVerdict.None);
        yield return new("an unknown first program", With(direct, "init=nobody"));
        yield return new("a wrong command line", With(direct, "log=loud init= screen=1 nothing"));
        foreach ((string size, int mebibytes) in ((string, int)[])[("4 MiB", 4), ("6 GiB", 6144)])
        {
            MachineSpec machine = With(direct, "init=hello") with { Memory = MemorySize.FromMebibytes(mebibytes) };
            yield return new(size, machine, GuestVerdict.Failed);
        }
        yield return new("no serial port's end", direct with { KernelArguments = "init=hello" }, GuestVerdict.None);
    }

    private static IEnumerable<CoverageMachine> Processors(Repository repository)
    {
        MachineSpec direct = With(Direct(repository), "init=clock");
        foreach (string processor in (string[])
            ["qemu64", "qemu64,-apic", "qemu64,+xsave,+xsaveopt", "max,-avx"])
        {
            yield return new($"processor {processor}", direct with { Processor = processor });
        }
        yield return new("processor max,-nx", direct with { Processor = "max,-nx" }, GuestVerdict.Failed);
        yield return new("no interval timer", direct with { MoreArguments = ["-machine", "pit=off"] });
        yield return new("an older board", direct with { Chipset = Chipset.Pc });
    }

    private static IEnumerable<CoverageMachine> Programs(Repository repository)
    {
        foreach (string processor in (string[])["max", "qemu64"])
        {
            yield return Program(repository, "usertests", "init=usertests", processor, 128);
            yield return Program(repository, "all demonstrations", "", processor, 128);
        }
        yield return Program(repository, "usertests that fail", "init=usertests,planted", "max", 128) with
        {
            End = GuestVerdict.Failed,
        };
        yield return Program(repository, "soak", "init=soak,20000,2000", "max", 128);
        yield return Program(repository, "bench calls", "init=bench,calls", "max", 128);
        yield return Program(repository, "bench messages", "init=bench,messages", "max", 128);
        yield return Program(repository, "bench forks", "init=bench,forks", "max", 640);
    }

    private static CoverageMachine Program(
        Repository repository, string name, string arguments, string processor, int memory) => new(
            $"{name} on {processor}",
            With(Direct(repository), arguments) with
            {
                Processor = processor,
                Memory = MemorySize.FromMebibytes(memory),
                Clock = Clock.Instructions,
            });

    private static MachineSpec Direct(Repository repository) => new()
    {
        Firmware = Firmware.Direct,
        Image = repository.KernelElf,
        Archive = repository.Archive,
        KernelArguments = DebugExitPort.KernelArgument,
    };

    private static MachineSpec With(MachineSpec spec, string arguments) =>
        spec with { KernelArguments = $"{spec.KernelArguments} {arguments}".Trim() };
}
