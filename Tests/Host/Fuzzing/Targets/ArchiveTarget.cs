using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Kernel.Tests.Host.Loading;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>The archive of programs.</summary>
internal sealed class ArchiveTarget : IParserTarget
{
    private static readonly byte[] s_sample = ArchiveBuilder.Sample.Build(zeros: 8);

    public IReadOnlyList<byte[]> Seeds { get; } =
        [s_sample, RealFiles.Archive, new ArchiveBuilder().File("a", [1]).File("b", [1, 2]).File("c", []).Build()];

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. Array.ConvertAll<string, byte[]>(
            [
                "00000000", "00000001", "0000000b", "00000040", "00000041", "00000fff", "7FFFFFFF", "80000000",
                "FFFFFF00", "FFFFFF8e", "fffffffd", "FFFFFFFF", "000081A4", "070701", "TRAILER!!!\0", "a\0", "hello\0",
            ],
            Encoding.ASCII.GetBytes),
        s_sample[..124],
    ];

    // 257 files are more than an input holds.
    public IReadOnlyList<Enum> Results =>
        [.. Enum.GetValues<ArchiveFault>().Except([ArchiveFault.TooManyFiles]).Cast<Enum>()];

    public Outcome Parse(Memory<byte> input)
    {
        ReadOnlySpan<byte> bytes = input.Span;
        ArchiveError error = Archive.TryOpen(bytes, out Archive archive);
        Assert.True(error.Offset <= (ulong)bytes.Length);
        int files = 0;
        int end = 0;
        foreach (ArchiveFile file in archive)
        {
            // Both lie in the file, in this order, and behind those of the file before.
            int name = OffsetIn(bytes, file.Name);
            int contents = file.Contents.IsEmpty ? name + file.Name.Length : OffsetIn(bytes, file.Contents);
            Assert.True(name >= end + 110 && contents >= name + file.Name.Length);
            Assert.True(file.Name.Length is > 0 and <= Archive.MaxNameLength && !file.Name.Contains((byte)0));
            Assert.True(archive.TryFind(file.Name, out ArchiveFile found) && found.Contents == file.Contents);
            end = contents + file.Contents.Length;
            files++;
        }

        Assert.True(!error.IsError || files == 0);
        ulong place = error.Offset / 16;
        return Outcome.Of(error.Fault, (ulong)(uint)files | (ulong)(uint)error.Field << 16 | place << 32);
    }

    private static int OffsetIn(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> part)
    {
        Assert.True(whole.Overlaps(part, out int offset) && offset >= 0 && offset + part.Length <= whole.Length);
        return offset;
    }
}
