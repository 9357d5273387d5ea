using System.Collections.Generic;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class CommandLineTests
{
    [Fact]
    public void OptionsAreSeparatedBySpacesAndTabs()
    {
        List<string> options = [];
        CommandLineReader reader = new CommandLine("  log=debug\tdebug-exit   test=a=b x= =y "u8).Options;
        while (reader.MoveNext())
        {
            CommandLineOption option = reader.Current;
            options.Add($"{option.Offset}:{Text(option.Name)}:{option.HasValue}:{Text(option.Value)}");
        }

        Assert.Equal(
            ["2:log:True:debug", "12:debug-exit:False:", "25:test:True:a=b", "34:x:True:", "37::True:y"], options);
    }

    [Fact]
    public void AnEmptyLineHasNoOptions()
    {
        CommandLineReader reader = default(CommandLine).Options;

        Assert.False(reader.Current.HasValue);
        Assert.False(reader.MoveNext());
        Assert.True(reader.Current.Text.IsEmpty && reader.Current.Value.IsEmpty);
    }

    [Fact]
    public void OptionsAreFoundByTheirWholeName()
    {
        var line = new CommandLine("logs=1 log-level log=a flag"u8);

        Assert.True(line.Has("log"u8));
        Assert.True(line.Has("flag"u8));
        Assert.False(line.Has("fla"u8));
        Assert.False(line.Has("level"u8));
        Assert.True(line.TryGet("log"u8, out var value));
        Assert.Equal("a", Text(value));
        Assert.False(line.TryGet("flag"u8, out value));
        Assert.True(value.IsEmpty);
        Assert.False(line.TryGet("none"u8, out _));
    }

    [Fact]
    public void TheLastOfTwoCounts()
    {
        var line = new CommandLine("test=one test=two"u8);

        Assert.True(line.TryGet("test"u8, out var value));
        Assert.Equal("two", Text(value));
    }

    [Fact]
    public void AnyLineSplitsAsSplittingAtBlanksWould()
    {
        Gen<string> lines = Gen.Elements(' ', '\t', '=', 'a', 'b').ArrayOf()
            .Select(static letters => new string(letters));

        Fuzz.Run(Prop.ForAll(lines.ToArbitrary(), static line =>
        {
            List<string> words = [];
            CommandLineReader reader = new CommandLine(Encoding.ASCII.GetBytes(line)).Options;
            while (reader.MoveNext())
            {
                CommandLineOption option = reader.Current;
                words.Add(Text(option.Name) + (option.HasValue ? "=" + Text(option.Value) : ""));
            }

            Assert.Equal(line.Split((char[])[' ', '\t'], System.StringSplitOptions.RemoveEmptyEntries), words);
        }), count: 2000);
    }

    private static string Text(System.ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);
}
