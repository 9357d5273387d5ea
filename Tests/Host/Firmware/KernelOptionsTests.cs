using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class KernelOptionsTests
{
    [Theory]
    [InlineData("", LogLevel.Info, false)]
    [InlineData("log=debug", LogLevel.Debug, false)]
    [InlineData("log=info", LogLevel.Info, false)]
    [InlineData("log=warn debug-exit", LogLevel.Warning, true)]
    [InlineData("debug-exit log=error", LogLevel.Error, true)]
    [InlineData("log=error log=debug", LogLevel.Debug, false)]
    [InlineData("test=null-read quiet splash=1", LogLevel.Info, false)]
    [InlineData("init=soak,1000 debug-exit", LogLevel.Info, true)]
    public void SoundOptionsAreDecoded(string line, LogLevel level, bool debugExit)
    {
        OptionError error = KernelOptions.Decode(Line(line), out KernelOptions options);

        Assert.Equal(default, error);
        Assert.Equal(new KernelOptions(level, debugExit), options);
    }

    [Theory]
    [InlineData("log=loud", OptionFault.UnknownLogLevel, 0)]
    [InlineData("log=DEBUG", OptionFault.UnknownLogLevel, 0)]
    [InlineData("a log=", OptionFault.MissingValue, 2)]
    [InlineData("a  log", OptionFault.MissingValue, 3)]
    [InlineData("test", OptionFault.MissingValue, 0)]
    [InlineData("test=", OptionFault.MissingValue, 0)]
    [InlineData("init", OptionFault.MissingValue, 0)]
    [InlineData("init=", OptionFault.MissingValue, 0)]
    [InlineData("debug-exit=1", OptionFault.UnexpectedValue, 0)]
    [InlineData("log=x debug-exit=1", OptionFault.UnknownLogLevel, 0)]
    public void TheFirstWrongOptionIsReportedAndKeepsItsDefault(string line, OptionFault fault, int offset)
    {
        OptionError error = KernelOptions.Decode(Line(line), out KernelOptions options);

        Assert.Equal(new OptionError(fault, offset), error);
        Assert.True(error.IsError);
        Assert.Equal(new KernelOptions(LogLevel.Info, false), options);
    }

    [Fact]
    public void ARightOptionBesideAWrongOneCounts()
    {
        KernelOptions.Decode(Line("log=x log=warn debug-exit debug-exit=0"), out KernelOptions options);

        Assert.Equal(new KernelOptions(LogLevel.Warning, true), options);
    }

    [Fact]
    public void UnknownOptionsAreListedInOrder()
    {
        List<string> unknown = [];
        var reader = new UnknownOptions(Line("quiet log=debug splash=1 debug-exit test=x init=soak logs=2"));
        while (reader.MoveNext())
        {
            unknown.Add(Encoding.ASCII.GetString(reader.Current.Text));
        }

        Assert.Equal(["quiet", "splash=1", "logs=2"], unknown);
    }

    [Fact]
    public void TheTestOptionIsFoundByItsName()
    {
        Assert.True(Line("test=null-read").TryGet(KernelOptions.TestName, out ReadOnlySpan<byte> value));
        Assert.Equal("null-read", Encoding.ASCII.GetString(value));
    }

    [Fact]
    public void EveryFaultHasASentenceOfItsOwn()
    {
        string[] sentences = [.. Enum.GetValues<OptionFault>()
            .Select(static fault => Encoding.ASCII.GetString(new OptionError(fault, 0).Description))];

        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.All(sentences, static sentence => Assert.Matches("^[A-Z][ -~]{10,90}\\.$", sentence));
    }

    private static CommandLine Line(string text) => new(Encoding.ASCII.GetBytes(text));
}
