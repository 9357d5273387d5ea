using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>The command line: the kernel's options, and the first program with its arguments.</summary>
internal sealed class CommandLineTarget : IParserTarget
{
    private const byte Canary = 0xA5;

    private const int SearchOneIn = 16;

    private readonly byte[] _arguments = new byte[BootText.Capacity + 2];

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Array.ConvertAll<string, byte[]>(
            ["log=debug debug-exit init=bench,calls,,x test=boot", "  \t=  == a=b=c log= init=,", "log=info log=loud"],
            Encoding.ASCII.GetBytes),
    ];

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. Array.ConvertAll<string, byte[]>(
            [
                " ", "\t", "=", ",", " init=", "init", " log=", "debug", "warn", "error", " debug-exit", "test=", "\0",
                "é",
            ],
            Encoding.UTF8.GetBytes),
    ];

    public IReadOnlyList<Enum> Results => [.. Enum.GetValues<OptionFault>().Cast<Enum>()];

    public Outcome Parse(Memory<byte> input)
    {
        ReadOnlySpan<byte> text = input.Span[..Math.Min(input.Length, BootText.Capacity - 1)];
        var line = new CommandLine(text);
        OptionError error = KernelOptions.Decode(line, out KernelOptions options);
        int count = CheckOptions(text, in line);
        int unknown = 0;
        for (UnknownOptions each = new(line); each.MoveNext();)
        {
            Assert.False(KernelOptions.IsKnown(each.Current.Name));
            unknown++;
        }

        Assert.True(unknown <= count && (!error.IsError || error.Offset < text.Length) && Enum.IsDefined(options.Log));
        int arguments = CheckFirstProgram(in line);
        ulong flags = options.DebugExit ? 1UL : 0;
        return Outcome.Of(
            error.Fault,
            flags | (ulong)options.Log << 1 | Bits(count) << 8 | Bits(unknown) << 16 | Bits(arguments) << 24);
    }

    // Up to its logarithm: else each longer line would be news.
    private static ulong Bits(int count) => (ulong)(32 - int.LeadingZeroCount(count));

    // The options are all that is not blank, once each and in order.
    private static int CheckOptions(ReadOnlySpan<byte> text, in CommandLine line)
    {
        int count = 0;
        int end = 0;
        for (CommandLineReader each = line.Options; each.MoveNext(); count++)
        {
            CommandLineOption option = each.Current;
            Assert.True(!option.Text.IsEmpty && option.Text.IndexOfAny((byte)' ', (byte)'\t') < 0);
            Assert.True(text[end..option.Offset].IndexOfAnyExcept((byte)' ', (byte)'\t') < 0);
            Assert.True(option.Text == text.Slice(option.Offset, option.Text.Length));
            Assert.True(option.Name.Length + (option.HasValue ? 1 : 0) + option.Value.Length == option.Text.Length);
            Assert.True(count % SearchOneIn != 0 || line.Has(option.Name));
            end = option.Offset + option.Text.Length;
        }

        Assert.True(text[end..].IndexOfAnyExcept((byte)' ', (byte)'\t') < 0);
        return count;
    }

    // Every byte of the arguments is written, and none beside.
    private int CheckFirstProgram(in CommandLine line)
    {
        var program = new FirstProgram(line);
        int length = program.ArgumentBytes;
        Span<byte> room = _arguments.AsSpan(0, length + 2);
        room.Fill(Canary);
        program.CopyArguments(room.Slice(1, length));
        Assert.True(room[0] == Canary && room[^1] == Canary && (length == 0 || room[^2] == 0));
        Assert.True(room[1..^1].IndexOf((byte)',') < 0 && program.Name.IndexOf((byte)',') < 0);
        return room[1..^1].Count((byte)0);
    }
}
