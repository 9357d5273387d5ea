using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>
/// Archives damaged in any way are refused, or are sound in the eyes of another reader, which then sees the same files.
/// An array is as long as its archive, so that no byte outside can be read without an exception.
/// </summary>
public class ArchiveMutationTests
{
    private const int Tries = 60_000;

    private static readonly uint[] s_numbers =
    [
        0, 1, 2, 5, 6, 10, 11, 12, 63, 64, 65, 0xFFF, 0x81A4, 0x41ED, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FF00,
        0xFFFF_FFFF,
    ];

    private static readonly byte[] s_sample = ArchiveBuilder.Sample.Build(zeros: 8);

    [Fact]
    public void ADamagedArchiveIsRefusedOrSound()
    {
        var damage = new Damage(0x5EED_0001);
        var seen = new Dictionary<ArchiveFault, int>();
        for (int i = 0; i < Tries; i++)
        {
            byte[] archive = Mutate(damage);
            OpenedArchive opened = OpenedArchive.Open(archive);
            seen[opened.Error.Fault] = seen.GetValueOrDefault(opened.Error.Fault) + 1;
            AssertAsNaive(archive, opened, i);
        }

        // The damage must be neither so slight nor so rough that only one path was tried.
        Assert.InRange(seen[ArchiveFault.None], Tries / 20, Tries * 19 / 20);
        Assert.Empty(Enum.GetValues<ArchiveFault>().Except(seen.Keys).Except([ArchiveFault.TooManyFiles]));
    }

    [Fact]
    public void CutOffAtEveryLengthItIsRefused()
    {
        byte[] archive = ArchiveBuilder.Sample.Build();
        for (int length = 0; length < archive.Length; length++)
        {
            OpenedArchive opened = OpenedArchive.Open(archive.AsSpan(0, length));
            Assert.Equal(ArchiveFault.CutOff, opened.Error.Fault);
            Assert.InRange(opened.Error.Offset, 0UL, (ulong)length);
            Assert.Empty(opened.Files);
        }
    }

    private static void AssertAsNaive(byte[] archive, OpenedArchive opened, int number)
    {
        List<(string Name, byte[] Contents)>? naive = NaiveArchive.Read(archive);
        Assert.True(naive is null == opened.Error.IsError, $"mutant {number}: {opened.Error}");
        bool isSame = (naive?.Count ?? 0) == opened.Files.Count && opened.Files.Zip(naive ?? []).All(static pair =>
            pair.First.Name == pair.Second.Name && pair.First.Contents.AsSpan().SequenceEqual(pair.Second.Contents));
        Assert.True(isSame, $"mutant {number} has other files");
        Assert.True(opened.Error.Offset <= (ulong)archive.Length);
    }

    private static byte[] Mutate(Damage damage)
    {
        byte[] archive = [.. s_sample];
        int[] starts = [0, 124, 244, 668];
        do
        {
            if (damage.Happens(2) && archive.Length >= s_sample.Length)
            {
                int at = damage.Any(starts) + 6 + (8 * damage.Any<int>([0, 1, 1, 4, 4, 6, 6, 6, 11, 11, 11, 12]));
                Encoding.ASCII.GetBytes($"{damage.Any(s_numbers):x8}").CopyTo(archive, at);
            }
            else if (damage.Happens(8) && archive.Length >= s_sample.Length)
            {
                // Two names of the same length, so that one may become the other.
                "hello"u8.CopyTo(archive.AsSpan(damage.Any(starts) + ArchiveBuilder.HeaderSize));
            }
            else if (archive.Length != 0)
            {
                archive = damage.Anywhere(archive, 0, archive.Length);
            }
        }
        while (damage.Happens(3));

        return archive;
    }
}
