using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using Machines;
using Xunit;

namespace Verbs.Tests;

/// <summary>Real QEMUs with a guest of one sector.</summary>
public sealed class RunningMachineTests
{
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(DebugExitPort.PassedByte, GuestVerdict.Passed)]
    [InlineData(DebugExitPort.FailedByte, GuestVerdict.Failed)]
    [InlineData(0x7F, GuestVerdict.Unknown)]
    public void AGuestEndsTheMachineWithItsVerdict(byte written, GuestVerdict verdict)
    {
        using var guest = new SectorGuest("first line\nlast line\n", written);
        using RunningMachine machine = RunningMachine.Start(guest.Spec);
        machine.Expect("first line", s_enough);
        int code = machine.ExpectExit(s_enough);
        Assert.Equal(DebugExitPort.ExitCodeFor(written), code);
        Assert.Equal(verdict, DebugExitPort.Read(code));
        Assert.EndsWith("last line", machine.Serial.LastLines(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chipset.Pc, Medium.IdeDisk)]
    [InlineData(Chipset.Q35, Medium.IdeDisk)]
    [InlineData(Chipset.Pc, Medium.VirtioDisk)]
    [InlineData(Chipset.Q35, Medium.VirtioDisk)]
    [InlineData(Chipset.Pc, Medium.UsbStick)]
    [InlineData(Chipset.Q35, Medium.UsbStick)]
    public void EveryDiskBootsAndIsNeverWrittenTo(Chipset chipset, Medium medium)
    {
        using var guest = new SectorGuest("booted\n", DebugExitPort.PassedByte);
        byte[] before = File.ReadAllBytes(guest.Disk);
        using RunningMachine machine = RunningMachine.Start(guest.Spec with { Chipset = chipset, Medium = medium });
        machine.Expect("booted", s_enough);
        machine.ExpectExit(s_enough);
        Assert.Equal(before, File.ReadAllBytes(guest.Disk));
    }

    [Theory]
    [InlineData(Chipset.Pc)]
    [InlineData(Chipset.Q35)]
    public void ACdBoots(Chipset chipset)
    {
        using var guest = new SectorGuest("booted from a CD\n", DebugExitPort.PassedByte);
        MachineSpec spec = guest.Spec with { Chipset = chipset, Medium = Medium.Cd, Image = guest.MakeIso() };
        using RunningMachine machine = RunningMachine.Start(spec);
        machine.Expect("booted from a CD", s_enough);
    }

    [Fact]
    public void CountingInstructionsBootsToo()
    {
        using var guest = new SectorGuest("counted\n", DebugExitPort.PassedByte);
        using RunningMachine machine = RunningMachine.Start(guest.Spec with { Clock = Clock.Instructions });
        machine.Expect("counted", s_enough);
        Assert.Throws<MachineException>(() => machine.Type("too late"));
        Assert.Equal(GuestVerdict.Passed, DebugExitPort.Read(machine.ExpectExit(s_enough)));
    }

    [Fact]
    public void TimeoutTellsTheLastLinesAndEndsItsOwnMachineOnly()
    {
        using var guest = new SectorGuest("one\ntwo\nthree\n", verdict: 0);
        using RunningMachine stuck = RunningMachine.Start(guest.Spec);
        using RunningMachine other = RunningMachine.Start(guest.Spec);
        stuck.Expect("three", s_enough);
        other.Expect("three", s_enough);

        var failure = Assert.Throws<MachineException>(() => stuck.Expect("four", s_short));

        Assert.Contains("waited 1 s for \"four\"", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("one\ntwo\nthree", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(stuck.WaitForExit(TimeSpan.Zero));
        Assert.Null(other.WaitForExit(s_short));
    }

    [Fact]
    public void WaitingForTheEndHasATimeoutToo()
    {
        using var guest = new SectorGuest("still here\n", verdict: 0);
        using RunningMachine machine = RunningMachine.Start(guest.Spec);
        machine.Expect("still here", s_enough);
        var failure = Assert.Throws<MachineException>(() => machine.ExpectExit(s_short));
        Assert.EndsWith("still here", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(machine.WaitForExit(TimeSpan.Zero));
    }

    [Fact]
    public void WordsThatNeverCameAreToldWithTheExitCode()
    {
        using var guest = new SectorGuest("short life\n", DebugExitPort.FailedByte);
        using RunningMachine machine = RunningMachine.Start(guest.Spec);
        var failure = Assert.Throws<MachineException>(() => machine.Expect("long life", s_enough));
        Assert.Contains("ended with code 35 before \"long life\"", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("short life", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatQemuRefusesIsTold()
    {
        using var guest = new SectorGuest("", verdict: 0);
        using RunningMachine machine = RunningMachine.Start(guest.Spec with { Processor = "abacus" });
        var failure = Assert.Throws<MachineException>(() => machine.Expect("anything", s_enough));
        Assert.Contains("unable to find CPU model 'abacus'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DisposingEndsTheMachine()
    {
        using var guest = new SectorGuest("up\n", verdict: 0);
        int process;
        using (RunningMachine machine = RunningMachine.Start(guest.Spec))
        {
            machine.Expect("up", s_enough);
            process = machine.ProcessId;
        }
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    [Fact]
    public void ScreenshotIsAPngOfTheScreen()
    {
        using var guest = new SectorGuest("up\n", verdict: 0);
        using RunningMachine machine = RunningMachine.Start(guest.Spec);
        machine.Expect("up", s_enough);
        byte[] png = machine.Screenshot();

        Assert.Equal([0x89, .. "PNG\r\n\x1A\n"u8], png[..8]);
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        int height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        Assert.Equal((720, 400), (width, height));
        int packed = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, packed), CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        zlib.CopyTo(pixels);
        Assert.Equal(height * ((width * 3) + 1), pixels.Length);
        Assert.Contains(pixels.ToArray(), sample => sample > 0x80);
    }

    [Fact]
    public void KeysReachTheMonitorAndWrongOnesAreRefused()
    {
        using var guest = new SectorGuest("up\n", verdict: 0);
        using RunningMachine machine = RunningMachine.Start(guest.Spec);
        machine.Expect("up", s_enough);
        machine.SendKeys("ctrl-a");
        var failure = Assert.Throws<MachineException>(() => machine.SendKeys("nokey"));
        Assert.Contains("nokey", failure.Message, StringComparison.Ordinal);
    }
}
