using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class FaultTests
{
    private static readonly FaultCase[] s_cases =
        [.. Multiboot2FaultCases.All, .. FramebufferFaultCases.All, .. PvhFaultCases.All];

    public static TheoryData<string> Names => [.. s_cases.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachFaultIsNamedAndPlaced(string name) => s_cases.Single(one => one.Name == name).Check();

    [Fact]
    public void EveryFaultHasACase()
    {
        IEnumerable<BootFault> covered = s_cases.Select(static one => one.Fault);

        Assert.Empty(Enum.GetValues<BootFault>().Except(covered).Except([BootFault.None]));
    }

    [Fact]
    public void EveryFaultHasASentenceOfItsOwn()
    {
        string[] sentences = [.. Enum.GetValues<BootFault>().Select(Sentence)];

        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.All(sentences, static sentence => Assert.Matches("^[A-Z][ -~]{10,90}\\.$", sentence));
    }

    [Fact]
    public void TheSentenceKnowsHowLongATextMayBe() =>
        Assert.Contains($" {BootText.Capacity - 1} ", Sentence(BootFault.TextTooLong), StringComparison.Ordinal);

    [Fact]
    public void AScreenAndACommandLineBeforeTheFaultCanStillBeUsed()
    {
        Multiboot2Builder builder = Multiboot2Builder.Pc()
            .With(Multiboot2Builder.RsdpLongType, b => b.Rsdp(new byte[36]));

        Decoded decoded = Decoded.Multiboot2(builder.Build());

        Assert.Equal(BootFault.RsdpSignature, decoded.Error.Fault);
        Assert.Equal(Multiboot2Builder.Screen1024, decoded.Info.Framebuffer);
        Assert.Equal("log=debug test=boot", decoded.CommandLine);
    }

    [Fact]
    public void ADamagedScreenIsNotUsed() => Assert.All(
        FramebufferFaultCases.All, static one => Assert.Equal(default, one.Decoded.Info.Framebuffer));

    private static string Sentence(BootFault fault) => Encoding.ASCII.GetString(BootFaultText.Describe(fault));
}
