using System;
using System.IO;
using System.Linq;
using Kernel.Tests.Host.Loading;
using QemuTests.Support;

namespace QemuTests.Damage;

/// <summary>
/// A program of ring 3 as bytes, with symbols that no tool made. It has two functions of 64 and 16 bytes: outer makes
/// room on the stack, writes where a trap would have kept RIP, and calls; inner breaks.
/// </summary>
internal static class HandMadeProgram
{
    /// <summary>Where the first function begins.</summary>
    public const ulong Outer = ElfBuilder.Entry;

    /// <summary>Where the second one does.</summary>
    public const ulong Inner = Outer + OuterSize;

    private const int OuterSize = 64;
    private const int InnerSize = 16;
    private const int HeaderSize = 32;
    private const int GroupSize = 8;

    // sub rsp, 512; mov qword [rsp + 136], inner; call inner; and from there on UD2.
    private static byte[] Code =>
    [
        0x48, 0x81, 0xEC, 0x00, 0x02, 0x00, 0x00,
        0x48, 0xC7, 0x84, 0x24, 0x88, 0x00, 0x00, 0x00, .. BitConverter.GetBytes((uint)Inner),
        0xE8, .. BitConverter.GetBytes(OuterSize - 24),
        .. Enumerable.Range(0, OuterSize - 24 + InnerSize).Select(static i => i % 2 == 0 ? (byte)0x0F : (byte)0x0B),
    ];

    /// <summary>Runs it as the first program; all that the kernel says.</summary>
    public static BootRun Run(byte[] symbols) => Run(Code, symbols);

    /// <summary>Runs other code in the same way.</summary>
    public static BootRun Run(byte[] code, byte[] symbols)
    {
        // With a segment that turned out to be empty, and one of zeros only, as linkers leave them.
        byte[] file = new ElfBuilder().Part(new ElfPart(ElfPart.Load, 5, Outer, code))
            .Part(new ElfPart(ElfPart.Load, 6, Outer, []))
            .Part(new ElfPart(ElfPart.Load, 6, 0x50_0000, []) { MemorySize = 0x2000 })
            .Part(new ElfPart(ElfPart.Symbols, 4, 0, symbols)).Build();
        string archive = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(archive, new ArchiveBuilder().File("init", file).Build());
            return BootRun.Of(Machine.Direct with { Archive = archive });
        }
        finally
        {
            File.Delete(archive);
        }
    }

    /// <summary>
    /// A table of symbols with both functions (Kernel/Diagnostics/SymbolFormat.cs): how to find the callers of each, in
    /// the format's own numbers, where epilogues end, and the programs that those numbers mean.
    /// </summary>
    public static byte[] Symbols(byte outer, byte inner, byte[] programs, byte[]? epilogues = null)
    {
        byte[] texts = [0, 0, 5, .. "outer"u8, 0, 5, .. "inner"u8];
        byte[] ends = [(byte)(epilogues?.Length ?? 0), .. epilogues ?? []];
        byte[] records = [0, OuterSize, 0, 1, 0, outer, .. ends, 0, 0, 0, InnerSize, 0, 8, 0, inner, .. ends, 0, 0];
        int textsAt = HeaderSize + GroupSize;
        int[] places = [textsAt, textsAt + texts.Length, textsAt + texts.Length + programs.Length];
        return
        [
            .. "KSYM"u8, 1, 0, 0, 0, .. BitConverter.GetBytes(Outer), 1, 0, 0, 0,
            .. places.SelectMany(BitConverter.GetBytes), .. new byte[GroupSize], .. texts, .. programs, .. records,
        ];
    }
}
