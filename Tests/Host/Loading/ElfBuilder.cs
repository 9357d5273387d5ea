using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;

namespace Kernel.Tests.Host.Loading;

/// <summary>Makes ELF files, sound ones until a test asks for something else.</summary>
internal sealed class ElfBuilder
{
    public const int HeaderSize = 64;
    public const int ProgramHeaderSize = 56;
    public const ulong Entry = 0x40_1010;

    private readonly List<ElfPart> _parts = [];

    /// <summary>
    /// Constants, code over two pages, data with zeros behind them over four pages; a note, a stack and symbols.
    /// </summary>
    public static ElfBuilder Sample => new ElfBuilder()
        .Part(new ElfPart(0x6474_E551, 6, 0, []) { Alignment = 0 })
        .Part(new ElfPart(ElfPart.Load, 4, 0x40_0120, Bytes(300, 1)))
        .Part(new ElfPart(ElfPart.Load, 5, Entry, Bytes(5000, 2)))
        .Part(new ElfPart(4, 4, 0x40_0120, Bytes(8, 3)))
        .Part(new ElfPart(ElfPart.Load, 6, 0x40_3FF0, Bytes(100, 4)) { MemorySize = 0x3000 })
        .Part(new ElfPart(ElfPart.Symbols, 4, 0, Bytes(20, 5)));

    public ElfBuilder Part(ElfPart part)
    {
        _parts.Add(part);
        return this;
    }

    /// <summary>The same with one part changed.</summary>
    public ElfBuilder With(int number, Func<ElfPart, ElfPart> change)
    {
        _parts[number] = change(_parts[number]);
        return this;
    }

    public byte[] Build()
    {
        int tableEnd = HeaderSize + (_parts.Count * ProgramHeaderSize);
        var file = new List<byte>(new byte[tableEnd]);
        for (int i = 0; i < _parts.Count; i++)
        {
            ElfPart part = _parts[i];
            file.AddRange(new byte[(int)(part.Address - (ulong)file.Count) & 15]);
            byte[] header = part.Encode((ulong)file.Count);
            for (int at = 0; at < header.Length; at++)
            {
                file[HeaderSize + (i * ProgramHeaderSize) + at] = header[at];
            }

            file.AddRange(part.Contents);
        }

        byte[] bytes = [.. file];
        WriteHeader(bytes);
        return bytes;
    }

    /// <summary>The sample with one number in it changed.</summary>
    public static byte[] Changed(int at, int size, ulong value)
    {
        byte[] file = Sample.Build();
        Write(file, at, size, value);
        return file;
    }

    /// <summary>A program of so many segments of one byte.</summary>
    public static byte[] ManySegments(int count)
    {
        var builder = new ElfBuilder();
        for (int i = 0; i < count; i++)
        {
            builder.Part(new ElfPart(ElfPart.Load, 5, Entry + ((ulong)i * 4096), [0xC3]));
        }

        return builder.Build();
    }

    public static byte[] Bytes(int count, int first) =>
        [.. Enumerable.Range(first, count).Select(static i => (byte)(i * 7 | 1))];

    public static void Write(byte[] bytes, int at, int size, ulong value)
    {
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(whole, value);
        whole[..size].CopyTo(bytes.AsSpan(at));
    }

    private void WriteHeader(byte[] bytes)
    {
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(bytes);
        Write(bytes, 16, 2, 2);
        Write(bytes, 18, 2, 62);
        Write(bytes, 20, 4, 1);
        Write(bytes, 24, 8, Entry);
        Write(bytes, 32, 8, HeaderSize);
        Write(bytes, 52, 2, HeaderSize);
        Write(bytes, 54, 2, ProgramHeaderSize);
        Write(bytes, 56, 2, (ulong)_parts.Count);
    }
}
