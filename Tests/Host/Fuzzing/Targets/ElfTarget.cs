using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Loading;
using Kernel.Memory;
using Kernel.Tests.Host.Loading;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>A program.</summary>
internal sealed class ElfTarget : IParserTarget
{
    private const ulong UserEnd = 0x7FFF_FFFF_F000;

    private static readonly ulong[] s_numbers =
    [
        0, 0x1000, 0x40_0000, 0x40_0120, 0x40_1010, 0x40_2398, 0x40_4000, 0x6474_E551, 0x6B73_796D, uint.MaxValue,
        1UL << 32, UserEnd - 0x1000, UserEnd, 1UL << 47, 1UL << 63, ulong.MaxValue - 0xFFF, ulong.MaxValue,
    ];

    // Its code and data are short, so that most changes are to what is parsed.
    private static readonly byte[] s_sample = ElfBuilder.Sample
        .With(2, static part => part with { Contents = ElfBuilder.Bytes(40, 2), MemorySize = 5000 }).Build();

    public IReadOnlyList<byte[]> Seeds { get; } = [s_sample, WithSegments(8), WithSegments(9)];

    public IReadOnlyList<byte[]> Words { get; } =
        [.. Array.ConvertAll(s_numbers, BitConverter.GetBytes), s_sample[120..176], s_sample[176..232]];

    public IReadOnlyList<Range> Places => [new(0, 64), new(64, 400), new(64, 400), Range.All];

    public IReadOnlyList<Enum> Results => [.. Enum.GetValues<ElfError>().Cast<Enum>()];

    public Outcome Parse(Memory<byte> input)
    {
        ReadOnlySpan<byte> file = input.Span;
        ElfError error = ProgramFile.TryDecode(file, out ProgramFile program);
        if (error == ElfError.None)
        {
            AssertSound(file, in program);
        }

        // After an error a program means nothing, but it tells how far the parser came.
        ulong table = file.Length >= 64 ? file[32] : 0UL;
        ulong symbols = program.Symbols.IsEmpty ? 0UL : 1;
        return Outcome.Of(error, (ulong)(uint)program.Segments.Length | symbols << 4 | table << 8);
    }

    private static void AssertSound(ReadOnlySpan<byte> file, in ProgramFile program)
    {
        ulong end = 0x1000;
        bool hasEntry = false;
        foreach (ref readonly ProgramSegment segment in program.Segments)
        {
            PageRange pages = segment.Pages;
            ulong bytesEnd = segment.Start.Value + (ulong)segment.FileLength;
            Assert.True(pages.Start.Value >= end && pages.Start < pages.End && pages.End.Value <= UserEnd);
            Assert.True((pages.Start.Value | pages.End.Value) % 0x1000 == 0);
            Assert.True(segment.Start.Value - pages.Start.Value < 0x1000 && bytesEnd <= pages.End.Value);
            Assert.True(segment.Rights != (PageRights.Write | PageRights.Execute));
            Assert.True(segment.FileOffset >= 0 && segment.FileLength >= 0
                && segment.FileOffset <= file.Length - segment.FileLength);
            Assert.True(program.ContentsOf(in segment) == file.Slice(segment.FileOffset, segment.FileLength));
            hasEntry |= segment.Rights == PageRights.Execute
                && program.Entry >= segment.Start && program.Entry.Value < bytesEnd;
            end = pages.End.Value;
        }

        Assert.True(hasEntry);
        Assert.True(program.Symbols.IsEmpty || file.Overlaps(program.Symbols));
    }

    private static byte[] WithSegments(int count)
    {
        var builder = new ElfBuilder();
        for (int i = 0; i < count; i++)
        {
            uint flags = i == 1 ? 5U : 6U;
            builder.Part(new ElfPart(ElfPart.Load, flags, 0x40_0010 + ((ulong)i << 12), ElfBuilder.Bytes(8, i)));
        }

        return builder.Build();
    }
}
