using System;
using System.Collections.Generic;
using System.Text;

namespace Kernel.Tests.Host.Firmware;

/// <summary>Writes little-endian structures, field after field.</summary>
internal sealed class BlobWriter
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public BlobWriter U8(params byte[] values) => Add(values);

    public BlobWriter U32(params uint[] values) => Add(values, BitConverter.GetBytes);

    public BlobWriter U64(params ulong[] values) => Add(values, BitConverter.GetBytes);

    /// <summary>The text and a zero byte.</summary>
    public BlobWriter Text(string text) => Add([.. Encoding.ASCII.GetBytes(text), 0]);

    public BlobWriter Bytes(byte[] bytes) => Add(bytes);

    public BlobWriter PadTo(int length) => Add(new byte[Math.Max(0, length - Length)]);

    public BlobWriter AlignTo(int alignment) => PadTo((Length + alignment - 1) / alignment * alignment);

    public byte[] ToArray() => [.. _bytes];

    private BlobWriter Add<T>(T[] values, Func<T, byte[]> encode)
    {
        foreach (T value in values)
        {
            _bytes.AddRange(encode(value));
        }

        return this;
    }

    private BlobWriter Add(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }
}
