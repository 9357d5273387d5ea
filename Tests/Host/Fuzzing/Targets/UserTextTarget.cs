using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Tests.Host.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>
/// The name, the arguments and the options of a program to start, where a task says that they are: five numbers. Some
/// pages are there, some are not.
/// </summary>
internal sealed class UserTextTarget : IParserTarget
{
    private const ulong PageSize = 4096;
    private const ulong Zeros = 0x40_0000;
    private const ulong Written = Zeros + PageSize;
    private const ulong ReadOnly = Zeros + (3 * PageSize);
    private const ulong Highest = 0x7FFF_FFFF_E000;
    private const ulong MostArguments = 1024;
    private const ulong MostName = 63;

    private static readonly ulong s_optionsSize = (ulong)Marshal.SizeOf<SpawnOptions>();

    private readonly byte[] _text = new byte[2 * PageSize];
    private readonly TaskRig _rig;

    public UserTextTarget()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 64, pages: 4);
        Fill(Written);
        Fill(ReadOnly);
        Assert.Equal(0, _rig.Call(SystemCall.Map, Highest, PageSize, 1));
        Fill(Highest);
        Assert.Equal(0, _rig.Call(SystemCall.Protect, ReadOnly, PageSize, 0));
        Assert.Equal(0, _rig.Call(SystemCall.Unmap, Zeros + (2 * PageSize), PageSize));
    }

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        Numbers(Written, 5, ReadOnly, 100, 0),
        Numbers(Written - 2, 63, ReadOnly, 1024, Zeros),
        Numbers(Highest + 4000, 64, ReadOnly + PageSize - 1, 1, Highest),
    ];

    public IReadOnlyList<byte[]> Words { get; } = Array.ConvertAll(
        [
            Zeros, Written, Written - 1, Written - 47, Written + PageSize - 1, ReadOnly, ReadOnly + PageSize - 48,
            Highest, Highest + PageSize - 1, Highest + PageSize, 1UL << 47, 1UL << 63, ulong.MaxValue,
        ],
        BitConverter.GetBytes);

    public IReadOnlyList<Enum> Results => [CallError.BadArgument, CallError.BadBuffer, CallError.NoSuchProgram];

    public Outcome Parse(Memory<byte> input)
    {
        Span<byte> padded = stackalloc byte[5 * sizeof(ulong)];
        padded.Clear();
        input.Span[..Math.Min(input.Length, padded.Length)].CopyTo(padded);
        ulong[] numbers = MemoryMarshal.Cast<byte, ulong>(padded).ToArray();
        CallError expected = Expected(numbers);
        _rig.Turns.Clear();
        long result = _rig.Call(SystemCall.Spawn, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        Assert.True(result == -(long)expected, $"{result}, and not {expected}");
        CheckRead(numbers[0], numbers[3] % (ulong)_text.Length);
        ulong pages = (numbers[0] / PageSize & 7) | (numbers[2] / PageSize & 7) << 3 | (numbers[4] / PageSize & 7) << 6;
        return Outcome.Of(expected, pages);
    }

    // All of it, as it was written, or nothing.
    private void CheckRead(ulong at, ulong length)
    {
        ref Core core = ref _rig.Core;
        Span<byte> text = _text.AsSpan(0, (int)length);
        text.Clear();
        CallError error = UserText.Read(ref core.Memory, ref core.Current.Task.Space, new VirtAddr(at), text);
        bool isRead = error == CallError.None;
        Assert.True(error == (CanRead(at, length) ? CallError.None : CallError.BadBuffer));
        for (ulong i = 0; isRead && i < length; i += i < 64 ? 1UL : 61)
        {
            Assert.True(text[(int)i] == ByteAt(at + i));
        }
    }

    private static CallError Expected(ulong[] numbers) =>
        numbers[1] is 0 or > MostName || numbers[3] > MostArguments ? CallError.BadArgument
        : !CanRead(numbers[0], numbers[1]) || !CanRead(numbers[2], numbers[3]) ? CallError.BadBuffer
        : numbers[4] == 0 ? CallError.NoSuchProgram
        : !CanRead(numbers[4], s_optionsSize) ? CallError.BadBuffer
        : ByteAt(numbers[4] + s_optionsSize - 1) != 0 ? CallError.BadArgument
        : CallError.NoSuchProgram;

    private static bool CanRead(ulong at, ulong length) =>
        length == 0 || (at <= ulong.MaxValue - length && IsThere(at, at + length));

    private static bool IsThere(ulong start, ulong end) =>
        (start >= Zeros && end <= Written + PageSize)
        || (start >= ReadOnly && end <= ReadOnly + PageSize)
        || (start >= Highest && end <= Highest + PageSize);

    // No byte of the pages that are written is zero.
    private static byte ByteAt(ulong address) =>
        address < Written ? (byte)0 : (byte)(1 + ((address ^ (address >> 12)) % 255));

    private void Fill(ulong page)
    {
        byte[] bytes = new byte[PageSize];
        for (ulong i = 0; i < PageSize; i++)
        {
            bytes[i] = ByteAt(page + i);
        }

        _rig.Write(_rig.First, new VirtAddr(page), bytes);
    }

    private static byte[] Numbers(params ulong[] numbers) => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
}
