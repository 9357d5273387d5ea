using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Loading;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tests.Host.Paging;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>
/// Programs damaged in any way are refused, or are sound in the eyes of another reader; those that are taken are
/// loaded, and the space holds what the file says. An array is as long as its file, so that no byte outside can be read
/// without an exception.
/// </summary>
public sealed class ElfMutationTests : IDisposable
{
    private const int Tries = 60_000;
    private const int LoadOneIn = 3;
    private const int Headers = 6;
    private const int Table = ElfBuilder.HeaderSize + (Headers * ElfBuilder.ProgramHeaderSize);

    private static readonly ulong[] s_numbers =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 16, 52, 56, 64, 300, 4096, 5000, 0x40_0000, 0x40_0120, 0x40_1010, 0x40_2398, 0x40_4000,
        0x6474_E551, 0x6B73_796D, 0x7FFF_FFFF, 1UL << 32, 0x7FFF_FFFF_F000, 1UL << 47, 1UL << 63, ulong.MaxValue,
    ];

    private static readonly byte[] s_sample = ElfBuilder.Sample.Build();

    private readonly PagingRig _rig = new(Geometry.FourLevel, frames: 64, window: new PageWindow(0x400, 16));

    public void Dispose() => SimMachine.Reset();

    [Fact]
    public void ADamagedProgramIsRefusedOrSound()
    {
        var damage = new Damage(0x5EED_0002);
        var seen = new Dictionary<ElfError, int>();
        int loaded = 0;
        for (int i = 0; i < Tries; i++)
        {
            byte[] file = Mutate(damage);
            ElfError error = ProgramFile.TryDecode(file, out _);
            seen[error] = seen.GetValueOrDefault(error) + 1;
            IReadOnlyList<NaiveSegment>? naive = new NaiveElf(file).Read();
            Assert.True(naive is null == (error != ElfError.None), $"mutant {i}: {error}");
            if (naive is not null && i % LoadOneIn == 0 && TryLoad(file, naive))
            {
                loaded++;
            }
        }

        // The damage must be neither so slight nor so rough that only one path was tried.
        Assert.InRange(seen[ElfError.None], Tries / 20, Tries * 19 / 20);
        Assert.True(loaded > Tries / LoadOneIn / 20, $"{loaded} were loaded");
        Assert.Empty(Enum.GetValues<ElfError>().Except(seen.Keys).Except([ElfError.TooManySegments]));
    }

    [Fact]
    public void CutOffAtEveryLengthItIsRefused()
    {
        byte[] file = s_sample;
        NaiveSegment data = new NaiveElf(file).Read()![^1];
        for (int length = 0; length < file.Length; length++)
        {
            ElfError expected = length < ElfBuilder.HeaderSize ? ElfError.TooShort
                : length < Table ? ElfError.HeadersOutsideFile
                : length < data.Offset + data.FileSize ? ElfError.SegmentOutsideFile
                : ElfError.SymbolsOutsideFile;
            Assert.Equal(expected, ProgramFile.TryDecode(file.AsSpan(0, length), out _));
        }
    }

    // What does not fit may be refused for its size, and nothing else.
    private bool TryLoad(byte[] file, IReadOnlyList<NaiveSegment> segments)
    {
        FrameCount before = _rig.Memory.Frames.Used;
        AddressSpace space = _rig.Create();
        PagingError error = LoadedProgram.Load(_rig, ref space, file);
        if (error == PagingError.None)
        {
            LoadedProgram.AssertHolds(in space, file, segments);
        }
        else
        {
            Assert.True(segments.Sum(static each => (double)(each.EndPage - each.StartPage)) > 30);
            Assert.Contains(error, new[] { PagingError.QuotaExceeded, PagingError.OutOfMemory });
        }

        _rig.Memory.Destroy(ref space);
        _rig.ReapAll();
        Assert.Equal(before, _rig.Memory.Frames.Used);
        return error == PagingError.None;
    }

    private static byte[] Mutate(Damage damage)
    {
        byte[] file = [.. s_sample];
        do
        {
            if (file.Length < Table)
            {
                return file;
            }

            int header = ElfBuilder.HeaderSize + (ElfBuilder.ProgramHeaderSize * damage.Any<int>([0, 1, 2, 3, 4, 5]));
            if (damage.Happens(2))
            {
                (int at, int size) = damage.Any<(int, int)>(
                    [(0, 4), (4, 4), (8, 8), (16, 8), (24, 8), (32, 8), (40, 8), (48, 8)]);
                damage.Number(file, header + at, size, s_numbers);
            }
            else if (damage.Happens(2))
            {
                (int at, int size) = damage.Any<(int, int)>(
                [
                    (4, 1), (5, 1), (6, 1), (7, 1), (16, 2), (18, 2), (20, 4), (24, 8), (32, 8), (40, 8), (48, 4),
                    (52, 2), (54, 2), (56, 2), (58, 2),
                ]);
                damage.Number(file, at, size, s_numbers);
            }
            else
            {
                file = damage.Anywhere(file, damage.Happens(2) ? Table - 1 : 0, file.Length);
            }
        }
        while (damage.Happens(3));

        return file;
    }
}
