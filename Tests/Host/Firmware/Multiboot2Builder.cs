using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Firmware;

namespace Kernel.Tests.Host.Firmware;

/// <summary>Builds a multiboot2 information, tag by tag (multiboot2 2.0, 3.6).</summary>
internal sealed class Multiboot2Builder
{
    public const uint End = 0;
    public const uint CommandLineType = 1;
    public const uint LoaderNameType = 2;
    public const uint ModuleType = 3;
    public const uint MemoryMapType = 6;
    public const uint FramebufferType = 8;
    public const uint RsdpShortType = 14;
    public const uint RsdpLongType = 15;

    /// <summary>Where the information lies in the simulated machine.</summary>
    public const ulong Address = 0x1_0000;

    private const int HeaderSize = 8;

    private uint? _totalSize;

    public List<Tag> Tags { get; } = [];

    /// <summary>What GRUB gives on a small PC with a screen of 1024 × 768.</summary>
    public static Multiboot2Builder Pc() => new Multiboot2Builder()
        .CommandLine("log=debug test=boot")
        .LoaderName("GRUB 2.06")
        .Module(0x20_0000, 0x20_1234, "init one")
        .Tag(4, new BlobWriter().U32(639, 129_920).ToArray())
        .MemoryMap(MapEntry.Pc128MiB)
        .Framebuffer(Screen1024)
        .Rsdp(RsdpBytes.Long())
        .Tag(End, []);

    /// <summary>The screen of <see cref="Pc"/>.</summary>
    public static FramebufferInfo Screen1024 => new(
        FramebufferKind.Rgb, new(0xFD00_0000), 4096, 1024, 768, 32, new(16, 8), new(8, 8), new(0, 8));

    public Multiboot2Builder Tag(uint type, byte[] body, uint? size = null)
    {
        Tags.Add(new Tag(type, size ?? (uint)(HeaderSize + body.Length), body));
        return this;
    }

    public Multiboot2Builder CommandLine(string text) => Tag(CommandLineType, new BlobWriter().Text(text).ToArray());

    public Multiboot2Builder LoaderName(string text) => Tag(LoaderNameType, new BlobWriter().Text(text).ToArray());

    public Multiboot2Builder Module(uint start, uint end, string text) =>
        Tag(ModuleType, new BlobWriter().U32(start, end).Text(text).ToArray());

    public Multiboot2Builder MemoryMap(params MapEntry[] entries) => MemoryMap(24, MapEntry.Encode(entries));

    public Multiboot2Builder MemoryMap(uint entrySize, byte[] entries, uint version = 0) =>
        Tag(MemoryMapType, new BlobWriter().U32(entrySize, version).Bytes(entries).ToArray());

    public Multiboot2Builder Framebuffer(FramebufferInfo screen) => Framebuffer(screen, (byte)screen.Kind);

    public Multiboot2Builder Framebuffer(FramebufferInfo screen, byte type)
    {
        BlobWriter body = new BlobWriter().U64(screen.Address.Value).U32(screen.Pitch, screen.Width, screen.Height)
            .U8(screen.BitsPerPixel, type, 0, 0);
        ColourField[] fields = screen.Kind == FramebufferKind.Text ? [] : [screen.Red, screen.Green, screen.Blue];
        foreach (ColourField field in fields)
        {
            body.U8(field.Position, field.Size);
        }

        return Tag(FramebufferType, body.ToArray());
    }

    public Multiboot2Builder Rsdp(byte[] rsdp) => Tag(rsdp.Length == 20 ? RsdpShortType : RsdpLongType, rsdp);

    public Multiboot2Builder Without(uint type)
    {
        Tags.RemoveAll(tag => tag.Type == type);
        return this;
    }

    /// <summary>Puts what <paramref name="change"/> appends in the place of the tags of one type.</summary>
    public Multiboot2Builder With(uint type, Action<Multiboot2Builder> change)
    {
        int place = Tags.FindIndex(tag => tag.Type == type);
        Without(type);
        int kept = Tags.Count;
        change(this);
        List<Tag> added = Tags[kept..];
        Tags.RemoveRange(kept, added.Count);
        Tags.InsertRange(place, added);
        return this;
    }

    public Multiboot2Builder TotalSize(uint size)
    {
        _totalSize = size;
        return this;
    }

    /// <summary>Where the <paramref name="nth"/> tag of a type lies.</summary>
    public ulong AddressOf(uint type, int nth = 0)
    {
        Tag wanted = Tags.Where(tag => tag.Type == type).ElementAt(nth);
        int index = Tags.FindIndex(tag => ReferenceEquals(tag, wanted));
        return Address + HeaderSize + (ulong)Tags.Take(index).Sum(static tag => tag.PaddedLength);
    }

    public byte[] Build()
    {
        int length = HeaderSize + Tags.Sum(static tag => tag.PaddedLength);
        BlobWriter writer = new BlobWriter().U32(_totalSize ?? (uint)length, 0);
        foreach (Tag tag in Tags)
        {
            writer.U32(tag.Type, tag.Size).Bytes(tag.Body).AlignTo(8);
        }

        return writer.ToArray();
    }
}
