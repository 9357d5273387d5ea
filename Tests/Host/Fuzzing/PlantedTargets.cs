using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>A parser of a length and so many bytes, which takes one byte too many for there.</summary>
internal sealed class OffByOneInSpan : IParserTarget
{
    public IReadOnlyList<byte[]> Seeds { get; } = [[3, 1, 2, 3, 4, 5, 6, 7]];

    public IReadOnlyList<byte[]> Words => [];

    public IReadOnlyList<Enum> Results => [];

    public Outcome Parse(Memory<byte> input)
    {
        ReadOnlySpan<byte> bytes = input.Span;
        bool isSound = !bytes.IsEmpty && bytes[0] <= bytes.Length;
        return new Outcome(0, isSound && bytes[bytes[0]] != 0 ? 1UL : 0);
    }
}

/// <summary>The same with memory of the machine, which refuses: without an exception, and the parser goes on.</summary>
internal sealed class OffByOneInMemory : IParserTarget
{
    private const ulong Address = 0x7000;

    public IReadOnlyList<byte[]> Seeds { get; } = [[3, 1, 2, 3, 4, 5, 6, 7]];

    public IReadOnlyList<byte[]> Words => [];

    public IReadOnlyList<Enum> Results => [];

    public Outcome Parse(Memory<byte> input)
    {
        int refused = 0;
        SimMachine machine = SimMachine.Reset();
        machine.AddMemory(Address, input);
        machine.OnReadPhysical = (_, _, isThere) => refused += isThere ? 0 : 1;
        bool isSound = input.Length != 0 && input.Span[0] < input.Length;
        _ = isSound && SimMachine.TryReadPhysical(new PhysAddr(Address), input.Span[0] + 2, out _);
        Assert.Equal(0, refused);
        return new Outcome(0, isSound ? 1UL : 0);
    }
}

/// <summary>A parser that fails behind four numbers, each of which it checks by itself.</summary>
/// <param name="tells">Whether it tells how many of them were right.</param>
internal sealed class FarIn(bool tells) : IParserTarget
{
    private static readonly uint[] s_numbers = [0x7B, 0x1C8, 0x315, 0xFACE];

    public IReadOnlyList<byte[]> Seeds { get; } = [new byte[16]];

    public IReadOnlyList<byte[]> Words { get; } = Array.ConvertAll(s_numbers, BitConverter.GetBytes);

    public IReadOnlyList<Enum> Results => [];

    public Outcome Parse(Memory<byte> input)
    {
        ulong right = 0;
        foreach (uint number in s_numbers)
        {
            int at = (int)right * sizeof(uint);
            if (input.Length < at + sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(input.Span[at..]) != number)
            {
                return new Outcome((int)BootFault.InfoSize, tells ? right : 0);
            }

            right++;
        }

        throw new InvalidOperationException("It is found.");
    }
}
