using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Kernel.Tests.Host.Loading;

/// <summary>Damages files, the same way each time for the same seed.</summary>
internal sealed class Damage(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whether something of this chance, one in so many, happens.</summary>
    public bool Happens(int oneIn) => _random.Next(oneIn) == 0;

    public T Any<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    /// <summary>A few bits, bytes and numbers somewhere; now and then an end cut off, or a piece moved.</summary>
    public byte[] Anywhere(byte[] bytes, int from, int to)
    {
        int at = _random.Next(from, Math.Min(to, bytes.Length));
        switch (_random.Next(12))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[_random.Next(at, bytes.Length)..]];
            case 2:
                return [.. bytes[..at], .. bytes[_random.Next(at)..]];
            case 3 or 4 or 5:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 6 or 7:
                bytes[at] = (byte)_random.Next(256);
                return bytes;
            default:
                bytes[at] = Any<byte>([0, 1, 2, 0x7F, 0x80, 0xFF, (byte)'0', (byte)'f', (byte)'/']);
                return bytes;
        }
    }

    /// <summary>
    /// A number of one, two, four or eight bytes at a place gets another value: one of these, or one next to it.
    /// </summary>
    public void Number(byte[] bytes, int at, int size, IReadOnlyList<ulong> values)
    {
        ulong value = Any(values) + (ulong)_random.Next(-1, 2);
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(whole, value);
        whole[..size].CopyTo(bytes.AsSpan(at));
    }
}
