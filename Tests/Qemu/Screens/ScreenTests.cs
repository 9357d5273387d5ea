using System;
using System.Collections.Generic;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Screens;

/// <summary>What a person in front of the machine sees.</summary>
public sealed class ScreenTests
{
    [Theory]
    [InlineData(Firmware.Bios)]
    [InlineData(Firmware.Uefi)]
    public void TheFramebufferShowsTheWholeLogInReadableLetters(Firmware firmware)
    {
        using RunningMachine machine = GuestExtensions.StartToReady(
            firmware == Firmware.Bios ? Machine.Bios : Machine.Uefi);
        CheckEnd(machine, () => FontReader.Read(machine.ReadScreen()), width: 1024 / 8);
    }

    [Fact]
    public void VgaTextShowsTheWholeLog()
    {
        using RunningMachine machine = GuestExtensions.StartToReady(Machine.Direct);
        CheckLog(machine, () => VgaText.Read(machine), width: 80);
        Picture picture = machine.ReadScreen();
        Assert.Equal((720, 400), (picture.Width, picture.Height));
        Assert.Contains(picture.Rgb.ToArray(), static sample => sample > 0x80);
    }

    [Fact]
    public void APanicIsOnTheScreenToo()
    {
        using RunningMachine machine = RunningMachine.Start(
            Machine.Direct with { Image = Tree.CrashingKernel, KernelArguments = "test=divide-by-zero" });
        string[] screen = VgaText.WaitFor(machine, "The machine is stopped.", Patience.Moment);
        Assert.Contains(
            screen, static row => row.StartsWith("KERNEL PANIC: divide error (#DE)", StringComparison.Ordinal));
        Assert.Contains(screen, static row => row.Contains("at Kernel.Crashes.Divide in ", StringComparison.Ordinal));
        Assert.Null(machine.WaitForExit(Patience.Quiet));
    }

    // The screen has the serial port's lines, long ones broken at its edge; above them lies what the firmware left.
    private static void CheckLog(RunningMachine machine, Func<string[]> read, int width)
    {
        machine.Expect("there is no archive of programs", Patience.Moment);
        Polling.Until(() => machine.Serial.Text, static text => text.EndsWith('\n'), Patience.Moment);
        IEnumerable<string> lines = machine.PlainLines().Where(static line => line.StartsWith('['));
        string[] log = [.. lines.SelectMany(line => Broken(line, width))];
        string[] screen = Polling.Until(read, rows => rows.Contains(log[^1]), Patience.Moment);
        Assert.Equal(log, screen.SkipWhile(static row => !row.StartsWith('[')).Where(static row => row.Length != 0));
        Assert.Contains(
            screen, static row => row.EndsWith("message-passing microkernel in C#", StringComparison.Ordinal));
    }

    // The programs' lines follow, and all is scrolled: the screen has the last lines of the serial port.
    private static void CheckEnd(RunningMachine machine, Func<string[]> read, int width)
    {
        machine.Expect("the first program has ended", Patience.Moment);
        Polling.Until(() => machine.Serial.Text, static text => text.EndsWith('\n'), Patience.Moment);
        string[] log = InUse([.. machine.PlainLines().SelectMany(line => Broken(line, width))]);

        // A picture that was taken while the kernel drew has rows of two moments: another one follows.
        string[] screen = Polling.Until(() => InUse(read()), rows => IsEndOf(log, rows), Patience.Moment);
        Assert.True(screen.Length > 40, $"{screen.Length} rows are in use");
        Assert.Equal(log.TakeLast(screen.Length), screen);
    }

    private static string[] InUse(string[] rows) =>
        [.. rows.Select(static row => row.Trim()).Where(static row => row.Length != 0)];

    private static bool IsEndOf(string[] log, string[] rows) => log.TakeLast(rows.Length).SequenceEqual(rows);

    private static IEnumerable<string> Broken(string line, int width) =>
        line.Chunk(width).Select(static part => new string(part).TrimEnd());
}
