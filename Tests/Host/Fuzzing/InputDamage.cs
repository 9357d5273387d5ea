using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Numerics;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>Damages inputs in the ways in which parsers go wrong, the same way each time for the same seed.</summary>
internal sealed class InputDamage(int seed, IParserTarget target)
{
    private const int LongestRun = 64;

    private readonly Random _random = new(seed);
    private readonly IReadOnlyList<byte[]> _words = target.Words;
    private readonly IReadOnlyList<Range> _places = target.Places;

    public T Any<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    public bool Happens(int oneIn) => _random.Next(oneIn) == 0;

    /// <summary>One change or a few; <paramref name="other"/> is where foreign pieces come from.</summary>
    public void Apply(FuzzInput input, byte[] other)
    {
        do
        {
            if (input.Length == 0)
            {
                input.Set(other);
            }
            else
            {
                Change(input, other);
            }
        }
        while (Happens(2));
    }

    private void Change(FuzzInput input, byte[] other)
    {
        Span<byte> bytes = input.Bytes;
        int at = Place(bytes.Length);
        switch (_random.Next(16))
        {
            case 0 or 1:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 3 or 4 or 5:
                Write(bytes, at, static (old, step) => old + (ulong)step, _random.Next(-9, 10));
                break;
            case 6 or 7:
                Write(bytes, at, static (_, number) => (ulong)number, Number(bytes.Length));
                break;
            case 8 or 9 when _words.Count != 0:
                Overwrite(bytes[at..], Any(_words));
                break;
            case 10 when _words.Count != 0:
                input.Replace(at, 0, Any(_words));
                break;
            case 11:
                input.Replace(at, _random.Next(Math.Min(LongestRun, bytes.Length - at) + 1), default);
                break;
            case 12:
                input.Replace(at, 0, Run(bytes));
                break;
            case 13:
                Overwrite(bytes[at..], Run(bytes));
                break;
            case 14:
                input.Replace(at, bytes.Length - at, other.AsSpan(Math.Min(at, other.Length)));
                break;
            default:
                input.Cut(Happens(4) ? at : bytes.Length);
                break;
        }
    }

    private int Place(int length)
    {
        Range range = Any(_places);
        int start = Math.Min(range.Start.GetOffset(length), length - 1);
        int end = Math.Clamp(range.End.IsFromEnd ? length : range.End.Value, start + 1, length);
        int at = _random.Next(start, end);
        return Happens(2) ? at & ~3 : at;
    }

    // A number of one, two, four or eight bytes, where so many are left.
    private void Write(Span<byte> bytes, int at, Func<ulong, long, ulong> change, long value)
    {
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        Span<byte> field = bytes.Slice(at, Math.Min(1 << _random.Next(4), bytes.Length - at));
        whole.Clear();
        field.CopyTo(whole);
        ulong changed = change(BinaryPrimitives.ReadUInt64LittleEndian(whole), value);
        BinaryPrimitives.WriteUInt64LittleEndian(whole, changed);
        whole[..field.Length].CopyTo(field);
    }

    // Powers of two, lengths, and their neighbours.
    private long Number(int length) => _random.Next(4) switch
    {
        0 => _random.Next(-2, 40),
        1 => length + _random.Next(-16, 17),
        2 => (long)BitOperations.RotateLeft(1UL, _random.Next(64)) + _random.Next(-1, 2),
        _ => -(1L << _random.Next(63)) + _random.Next(-1, 2),
    };

    private ReadOnlySpan<byte> Run(ReadOnlySpan<byte> bytes)
    {
        int start = Place(bytes.Length);
        return bytes.Slice(start, _random.Next(Math.Min(LongestRun, bytes.Length - start) + 1)).ToArray();
    }

    private static void Overwrite(Span<byte> bytes, ReadOnlySpan<byte> with) =>
        with[..Math.Min(with.Length, bytes.Length)].CopyTo(bytes);
}
