using System.CommandLine;
using Machines;

namespace Verbs.Machine;

/// <summary>The options that describe a machine, the same for every verb that starts one.</summary>
public sealed class MachineOptions
{
    private readonly Option<bool> _uefi = new("--uefi") { Description = "Boot the ISO by UEFI (OVMF) instead of BIOS." };

    private readonly Option<bool> _usb = new("--usb") { Description = "Boot the ISO from a USB stick instead of a CD." };

    private readonly Option<bool> _disk = new("--disk") { Description = "Boot the ISO from a virtio disk instead of a CD." };

    private readonly Option<bool> _kernel = new("--kernel")
    {
        Description = "Start the kernel directly (PVH), without firmware and boot loader: the quickest.",
    };

    private readonly Option<MemorySize> _memory = new("--memory")
    {
        Description = "The guest's memory, such as 64M or 8G (a bare number is MiB).",
        HelpName = "SIZE",
        DefaultValueFactory = _ => MemorySize.FromMebibytes(128),
        CustomParser = result =>
        {
            if (!MemorySize.TryParse(result.Tokens[0].Value, out MemorySize size))
            {
                result.AddError($"--memory {result.Tokens[0].Value} is not an amount like 128M or 2G");
            }
            return size;
        },
    };

    private readonly Option<int> _cpus = new("--cpus")
    {
        Description = "How many processors.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = WholeNumber.Between(1, 255),
    };

    private readonly Option<string> _machine = new("--machine")
    {
        Description = "The board: pc (i440FX) or q35.",
        HelpName = "pc|q35",
        DefaultValueFactory = _ => "q35",
    };

    private readonly Option<string?> _cpu = new("--cpu")
    {
        Description = "A processor model of QEMU, such as qemu64; the fullest by default.",
        HelpName = "MODEL",
    };

    private readonly Option<string> _accel = new("--accel")
    {
        Description = "What executes the guest: tcg (emulation), kvm, or auto (kvm where it is usable).",
        HelpName = "tcg|kvm|auto",
        // The same machine for everyone, and quick enough: some clouds have a KVM that cannot run firmware.
        DefaultValueFactory = _ => "tcg",
    };

    private readonly Option<bool> _icount = new("--icount")
    {
        Description = "Count instructions: the guest's clock ticks once an instruction, the same in every run.",
    };

    private readonly Option<string> _append = new("--append")
    {
        Description = "The kernel's command line.",
        HelpName = "\"ARGS\"",
        DefaultValueFactory = _ => "",
    };

    /// <summary>The options, none given yet.</summary>
    public MachineOptions()
    {
        _machine.AcceptOnlyFromAmong("pc", "q35");
        _accel.AcceptOnlyFromAmong("tcg", "kvm", "auto");
    }

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])
            [_uefi, _usb, _disk, _kernel, _memory, _cpus, _machine, _cpu, _accel, _icount, _append])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The machine that the user asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="repository">Where the images are.</param>
    /// <param name="kvmIsUsable">What <c>auto</c> comes to.</param>
    /// <exception cref="VerbException">The options contradict each other.</exception>
    public MachineSpec Read(ParseResult parsed, Repository repository, bool kvmIsUsable)
    {
        Firmware firmware = ReadFirmware(parsed);
        Clock clock = parsed.GetValue(_icount) ? Clock.Instructions : Clock.HostTime;
        var spec = new MachineSpec
        {
            Image = firmware == Firmware.Direct ? repository.KernelElf : repository.Iso,
            Archive = firmware == Firmware.Direct ? repository.Archive : null,
            Firmware = firmware,
            Medium = ReadMedium(parsed),
            Memory = parsed.GetValue(_memory),
            Processors = parsed.GetValue(_cpus),
            Chipset = parsed.GetValue(_machine) == "pc" ? Chipset.Pc : Chipset.Q35,
            Processor = parsed.GetValue(_cpu),
            Clock = clock,
            Accelerator = ReadAccelerator(parsed, clock, kvmIsUsable),
            KernelArguments = parsed.GetValue(_append) ?? "",
        };
        return spec.Contradiction() is { } reason ? throw new VerbException(reason) : spec;
    }

    private Firmware ReadFirmware(ParseResult parsed)
    {
        bool direct = parsed.GetValue(_kernel);
        if (direct && (parsed.GetValue(_uefi) || parsed.GetValue(_usb) || parsed.GetValue(_disk)))
        {
            throw new VerbException("--kernel starts without firmware and medium", "leave out --uefi, --usb and --disk");
        }
        return direct ? Firmware.Direct : parsed.GetValue(_uefi) ? Firmware.Uefi : Firmware.Bios;
    }

    private Medium ReadMedium(ParseResult parsed) => (parsed.GetValue(_usb), parsed.GetValue(_disk)) switch
    {
        (true, true) => throw new VerbException("--usb and --disk are two media", "choose one"),
        (true, false) => Medium.UsbStick,
        (false, true) => Medium.VirtioDisk,
        _ => Medium.Cd,
    };

    private Accelerator ReadAccelerator(ParseResult parsed, Clock clock, bool kvmIsUsable) =>
        parsed.GetValue(_accel) switch
        {
            "kvm" when !kvmIsUsable => throw new VerbException(
                "this user cannot open /dev/kvm", "use --accel tcg, or become a member of the group kvm"),
            "kvm" => Accelerator.Kvm,
            "auto" when kvmIsUsable && clock == Clock.HostTime => Accelerator.Kvm,
            _ => Accelerator.Tcg,
        };
}
