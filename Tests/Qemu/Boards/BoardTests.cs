using System;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Boards;

/// <summary>Boards and processors that say unusual things of themselves, or nothing.</summary>
public sealed class BoardTests
{
    [Theory]
    [InlineData("max,model-id=  A processor  ", "A processor")]
    [InlineData("max,model-id=Forty-eight letters fill all that there is: x-48", "Forty-eight letters fill all that there is: x-48")]
    [InlineData("max,model-id=      ", "")]
    [InlineData("max,model-id=", "")]
    // Without the leaves that hold a name.
    [InlineData("qemu64,xlevel=0x80000001", "x86-64 processor")]
    public void TheLogHasTheProcessorsName(string processor, string name)
    {
        BootRun run = BootRun.Of(Machine.Direct with { Processor = processor });
        int before = run.Lines.ToList().FindIndex(static line => line.Contains("switched on: ", StringComparison.Ordinal));
        Assert.Equal($" {name}".TrimEnd(), run.Lines[before - 1].Split(']', 2)[1].TrimEnd());
        run.ExpectPassed();
    }

    // A floppy's controller answers where the port should: with zeros, so that the port is never ready.
    [Fact]
    public void ASerialPortThatIsNeverReadyIsLeftAlone()
    {
        using RunningMachine machine = RunningMachine.Start(
            Machine.Direct.Staying() with { MoreArguments = ["-device", "isa-fdc,iobase=0x3f8"] });
        string[] screen = VgaText.WaitFor(machine, "nothing more to do", Patience.Moment);
        Assert.Contains(screen, static row => row.EndsWith("nothing more to do", StringComparison.Ordinal));
        Assert.DoesNotContain("Kernel", machine.Serial.Text, StringComparison.Ordinal);
    }

    // It has the leaf for its rate, which is 0 in it: as good as none.
    [Fact]
    public void WithoutATimerAndARateTheLogIsInTicks()
    {
        BootRun run = BootRun.Of(Machine.Direct with
        {
            Processor = "max,level=0x16",
            MoreArguments = ["-machine", "pit=off"],
        });
        Assert.Contains("now and then: nothing tells its rate", run.Text, StringComparison.Ordinal);
        Assert.Matches(@"ready after [0-9,]+ ticks", run.Text);
        run.ExpectPassed();
    }
}
