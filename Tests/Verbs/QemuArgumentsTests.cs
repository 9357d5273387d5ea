using System;
using System.Collections.Generic;
using System.Linq;
using Machines;
using Xunit;

namespace Verbs.Tests;

/// <summary>The words for QEMU, for each kind of machine.</summary>
public sealed class QemuArgumentsTests
{
    private static readonly UefiFirmware s_uefi = new("/fw/code.fd", "/fw/vars.fd");
    private static readonly MachineSpec s_plain = new() { Image = "/a.iso" };

    private static string Words(MachineSpec spec) => string.Join(' ', QemuArguments.For(spec, s_uefi));

    [Fact]
    public void PlainMachineIsAQ35WithACdAndNothingElse() => Assert.Equal(
        "-name kernel -machine q35 -cpu max -smp 1 -m 128M -accel tcg -nodefaults -no-user-config -no-reboot -vga std "
        + "-drive if=none,id=medium,format=raw,readonly=on,file=/a.iso -device ide-cd,drive=medium,bootindex=0 "
        + "-display none -device isa-debug-exit,iobase=0xf4,iosize=0x04",
        Words(s_plain));

    [Theory]
    [InlineData(Medium.Cd, "readonly=on,file=/a.iso -device ide-cd,drive=medium,bootindex=0")]
    [InlineData(Medium.IdeDisk, "snapshot=on,file=/a.iso -device ide-hd,drive=medium,bootindex=0")]
    [InlineData(Medium.VirtioDisk, "snapshot=on,file=/a.iso -device virtio-blk-pci,drive=medium,bootindex=0")]
    [InlineData(
        Medium.UsbStick,
        "snapshot=on,file=/a.iso -device qemu-xhci,id=xhci "
        + "-device usb-storage,bus=xhci.0,drive=medium,removable=on,bootindex=0")]
    public void TheMediumIsTheOnlyOneAndBootsFirst(Medium medium, string expected)
    {
        string words = Words(s_plain with { Medium = medium });
        Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.Equal(2, words.Split("-drive").Length);
        Assert.Equal(2, words.Split("bootindex=").Length);
    }

    [Fact]
    public void DirectStartHasNoFirmwareAndNoMedium()
    {
        IReadOnlyList<string> words = QemuArguments.For(
            s_plain with { Firmware = Firmware.Direct, Image = "/k.elf", KernelArguments = "log=debug, please" }, uefi: null);
        Assert.Equal(["-kernel", "/k.elf", "-append", "log=debug, please"], words.SkipWhile(word => word != "-kernel").Take(4));
        Assert.DoesNotContain("-drive", words);
        Assert.DoesNotContain("-smbios", words);
        Assert.Contains("q35,sata=off", words);
    }

    [Fact]
    public void ADirectStartBringsTheArchiveOfProgramsAndAnIsoHasItsOwn()
    {
        MachineSpec direct = s_plain with { Firmware = Firmware.Direct, Image = "/k.elf", Archive = "/programs.cpio" };
        Assert.Contains("-kernel /k.elf -initrd /programs.cpio", Words(direct), StringComparison.Ordinal);
        Assert.DoesNotContain("-initrd", Words(direct with { Archive = null }), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "-initrd", Words(s_plain with { Archive = "/programs.cpio" }), StringComparison.Ordinal);
    }

    [Fact]
    public void AnIsoGetsItsCommandLineThroughSmbiosWithCommasDoubled() => Assert.Contains(
        "type=1,product=kernel.args=log=debug,,quiet x=1",
        QemuArguments.For(s_plain with { KernelArguments = "log=debug,quiet x=1" }, s_uefi));

    [Fact]
    public void UefiCodeIsReadOnlyAndItsVariablesAreAnOverlay()
    {
        IReadOnlyList<string> words = QemuArguments.For(s_plain with { Firmware = Firmware.Uefi }, s_uefi);
        Assert.Contains("if=pflash,unit=0,format=raw,readonly=on,file=/fw/code.fd", words);
        Assert.Contains("if=pflash,unit=1,format=raw,snapshot=on,file=/fw/vars.fd", words);
    }

    [Fact]
    public void UefiWithoutItsFirmwareSaysWhatToInstall()
    {
        var failure = Assert.Throws<MachineException>(
            () => QemuArguments.For(s_plain with { Firmware = Firmware.Uefi }, uefi: null));
        Assert.Contains("apt-get install ovmf", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryChoiceOfHardwareHasItsWord()
    {
        string words = Words(s_plain with
        {
            Chipset = Chipset.Pc,
            Processor = "qemu64",
            Processors = 4,
            Memory = MemorySize.FromMebibytes(8192),
            Accelerator = Accelerator.Kvm,
            GdbPort = 4321,
            MoreArguments = ["-d", "int"],
        });
        foreach (string expected in (string[])["-machine pc ", "-cpu qemu64", "-smp 4", "-m 8192M", "-accel kvm", "-gdb tcp:127.0.0.1:4321 -S"])
        {
            Assert.Contains(expected, words, StringComparison.Ordinal);
        }
        Assert.EndsWith(" -d int", words, StringComparison.Ordinal);
    }

    [Fact]
    public void KvmOffersTheHostsProcessorByDefault() =>
        Assert.Contains("-cpu host", Words(s_plain with { Accelerator = Accelerator.Kvm }), StringComparison.Ordinal);

    [Fact]
    public void AWindowIsLeftToQemuAndDebugExitCanBeLeftOut()
    {
        string words = Words(s_plain with { Screen = Screen.Window, DebugExit = DebugExit.Absent });
        Assert.DoesNotContain("-display", words, StringComparison.Ordinal);
        Assert.DoesNotContain("isa-debug-exit", words, StringComparison.Ordinal);
    }

    [Fact]
    public void AMachineWithoutAScreenHasNothingToShow()
    {
        string words = Words(s_plain with { Screen = Screen.Absent });
        Assert.Contains("-vga none", words, StringComparison.Ordinal);
        Assert.Contains("-display none", words, StringComparison.Ordinal);
    }

    [Fact]
    public void CountingInstructionsIsExactAndDoesNotSleep() => Assert.Contains(
        "-icount shift=0,sleep=off", Words(s_plain with { Clock = Clock.Instructions }), StringComparison.Ordinal);

    [Theory]
    [InlineData(Accelerator.Kvm, 1, "--accel tcg")]
    [InlineData(Accelerator.Tcg, 2, "--cpus 1")]
    public void CountingInstructionsRefusesWhatItCannotCount(Accelerator accelerator, int processors, string mend)
    {
        MachineSpec spec = s_plain with { Clock = Clock.Instructions, Accelerator = accelerator, Processors = processors };
        var failure = Assert.Throws<MachineException>(() => Words(spec));
        Assert.Contains(mend, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlCOnTheTerminalIsForQemu() =>
        Assert.Contains("stdio,id=com1,mux=on,signal=on,logfile=a,,b,logappend=off", SerialPort.OnTerminal("a,b"));
}
