using System;
using System.CommandLine;
using System.IO;
using Machines;
using Verbs.Machine;
using Xunit;

namespace Verbs.Tests;

/// <summary>What users type.</summary>
public sealed class CommandLineTests
{
    private static readonly Repository s_repository = new("/tree");

    private static MachineSpec Read(string options, bool kvm = false)
    {
        var machine = new MachineOptions();
        var command = new Command("run");
        machine.AddTo(command);
        return machine.Read(command.Parse(options), s_repository, kvm);
    }

    [Theory]
    [InlineData("frob", "'frob' is not known here: see ./build.sh --help")]
    [InlineData("run --frob", "'--frob' is not known here: see ./build.sh run --help")]
    [InlineData("run --memory 3x", "--memory 3x is not an amount like 128M or 2G: see ./build.sh run --help")]
    [InlineData("run --memory", "--memory")]
    [InlineData("run --cpus two", "two is not a whole number from 1 to 255")]
    [InlineData("run --machine abacus", "'pc' 'q35'")]
    [InlineData("run --accel magic", "'tcg' 'kvm' 'auto'")]
    [InlineData("debug --port 0", "0 is not a whole number from 1 to 65535")]
    [InlineData("screenshot", "FILE")]
    [InlineData("run --kernel --uefi", "--kernel starts without firmware and medium: leave out --uefi")]
    [InlineData("run --usb --disk", "--usb and --disk are two media: choose one")]
    [InlineData("run --icount --cpus 2", "use --cpus 1 with --icount")]
    [InlineData("figures here", "'here' is not known here: see ./build.sh figures --help")]
    [InlineData("figures --out", "--out")]
    [InlineData("usb", "which USB stick")]
    [InlineData("usb /dev/null --yes", "/dev/null is not a block device")]
    public void WrongWordsGiveOneLineAndCode1(string words, string expected)
    {
        var errors = new StringWriter();
        Assert.Equal(1, Program.Run(words.Split(' '), errors));
        Assert.StartsWith("error: ", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(expected, errors.ToString(), StringComparison.Ordinal);
        Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void FiguresGoToTheBookUnlessOneSaysOtherwise()
    {
        Command verb = FiguresVerb.Create(s_repository);
        Assert.Equal("/tree/docs/images", verb.Parse("").GetValue<string>("--out"));
        Assert.Equal("drawn", verb.Parse("--out drawn").GetValue<string>("--out"));
    }

    [Fact]
    public void WithoutOptionsItIsTheIsoOnACdByBios()
    {
        MachineSpec spec = Read("");
        Assert.Equal(new MachineSpec { Image = "/tree/artifacts/image/kernel.iso" }, spec);
    }

    [Fact]
    public void EveryOptionReachesTheMachine()
    {
        MachineSpec spec = Read("--uefi --usb --memory 2G --cpus 3 --machine pc --cpu qemu64 --append \"log=debug x\"");
        Assert.Equal(
            new MachineSpec
            {
                Image = "/tree/artifacts/image/kernel.iso",
                Firmware = Firmware.Uefi,
                Medium = Medium.UsbStick,
                Memory = MemorySize.FromMebibytes(2048),
                Processors = 3,
                Chipset = Chipset.Pc,
                Processor = "qemu64",
                KernelArguments = "log=debug x",
            },
            spec);
    }

    [Fact]
    public void KernelMeansTheElf() => Assert.Equal("/tree/artifacts/image/kernel.elf", Read("--kernel").Image);

    [Theory]
    [InlineData("", true, Accelerator.Tcg)]
    [InlineData("--accel auto", true, Accelerator.Kvm)]
    [InlineData("--accel auto", false, Accelerator.Tcg)]
    [InlineData("--accel auto --icount", true, Accelerator.Tcg)]
    [InlineData("--accel tcg", true, Accelerator.Tcg)]
    [InlineData("--accel kvm", true, Accelerator.Kvm)]
    public void AutoTakesWhatIsThere(string options, bool kvm, Accelerator accelerator) =>
        Assert.Equal(accelerator, Read(options, kvm).Accelerator);

    [Fact]
    public void KvmThatIsNotThereIsRefused() => Assert.Contains(
        "--accel tcg", Assert.Throws<VerbException>(() => Read("--accel kvm", kvm: false)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "debug-exit")]
    [InlineData("--append log=debug", "log=debug debug-exit")]
    public void WithoutEyesTheKernelIsToldToEndTheMachine(string options, string arguments)
    {
        MachineSpec spec = RunVerb.Observe(Read(options), headless: true);
        Assert.Equal((arguments, DebugExit.Present, Screen.Hidden), (spec.KernelArguments, spec.DebugExit, spec.Screen));
    }

    [Fact]
    public void BeforeEyesTheMachineStays()
    {
        MachineSpec spec = RunVerb.Observe(Read("--append log=debug"), headless: false);
        Assert.Equal(("log=debug", DebugExit.Absent), (spec.KernelArguments, spec.DebugExit));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(33, 0)]
    public void GoodEndsAreCode0(int qemu, int ours) => Assert.Equal(ours, RunVerb.Conclude(qemu));

    [Theory]
    [InlineData(35, "the kernel stopped with a failure")]
    [InlineData(1, "QEMU ended with code 1")]
    public void BadEndsAreTold(int qemu, string words) =>
        Assert.Contains(words, Assert.Throws<VerbException>(() => RunVerb.Conclude(qemu)).Message, StringComparison.Ordinal);
}
