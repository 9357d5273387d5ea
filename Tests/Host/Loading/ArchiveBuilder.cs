using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Kernel.Tests.Host.Loading;

/// <summary>Makes archives, sound ones until a test asks for something else.</summary>
internal sealed class ArchiveBuilder
{
    public const int HeaderSize = 110;

    private readonly List<byte> _bytes = [];

    /// <summary>Three files, of which one is empty and none ends at a multiple of 4.</summary>
    public static ArchiveBuilder Sample => new ArchiveBuilder()
        .File("init", "first"u8.ToArray())
        .File("no.data", [])
        .File("hello", [.. Enumerable.Range(0, 301).Select(static i => (byte)i)]);

    public ArchiveBuilder File(string name, byte[] contents) => Entry(name, contents);

    public ArchiveBuilder Entry(
        string name, byte[] contents, uint mode = 0x81A4, uint links = 1, string magic = "070701")
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(name), 0];
        uint[] fields =
            [7, mode, 1000, 1000, links, 0x5E0B_E100, (uint)contents.Length, 8, 1, 0, 0, (uint)text.Length, 0];
        _bytes.AddRange(Encoding.ASCII.GetBytes(magic + string.Concat(fields.Select(field => $"{field:X8}"))));
        _bytes.AddRange(text);
        Pad();
        _bytes.AddRange(contents);
        Pad();
        return this;
    }

    /// <summary>The archive with its trailer, and so many zeros behind it.</summary>
    public byte[] Build(int zeros = 0)
    {
        Entry("TRAILER!!!", [], mode: 0);
        return [.. _bytes, .. new byte[zeros]];
    }

    private void Pad() => _bytes.AddRange(new byte[-_bytes.Count & 3]);
}
