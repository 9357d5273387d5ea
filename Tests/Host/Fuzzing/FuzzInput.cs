using System;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>Bytes that are damaged in place, in room that is taken once.</summary>
internal sealed class FuzzInput
{
    /// <summary>The most bytes.</summary>
    public const int Capacity = 8192;

    private readonly byte[] _room = new byte[Capacity];

    public int Length { get; private set; }

    /// <summary>The bytes and not one more: what reads behind them gets an exception.</summary>
    public Memory<byte> Memory => _room.AsMemory(0, Length);

    public Span<byte> Bytes => _room.AsSpan(0, Length);

    public void Set(ReadOnlySpan<byte> bytes)
    {
        Length = bytes.Length;
        bytes.CopyTo(_room);
    }

    /// <summary>Ends it early.</summary>
    public void Cut(int length) => Length = length;

    /// <summary>Puts other bytes in the place of some; the end moves, and what does not fit is lost.</summary>
    public void Replace(int at, int count, ReadOnlySpan<byte> other)
    {
        other = other[..Math.Min(other.Length, Capacity - at)];
        int rest = Math.Min(Length - at - count, Capacity - at - other.Length);
        _room.AsSpan(at + count, rest).CopyTo(_room.AsSpan(at + other.Length));
        other.CopyTo(_room.AsSpan(at));
        Length = at + other.Length + rest;
    }
}
