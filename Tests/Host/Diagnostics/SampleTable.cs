using Kernel.Units;

namespace Kernel.Tests.Host.Diagnostics;

/// <summary>
/// A symbol table put together by hand from the description of the format, so that reader and writer are not only
/// each other's witnesses. Three functions: Load with pushes and locals, Main with rbp as its frame, and a trap entry.
/// </summary>
internal static class SampleTable
{
    public const ulong Base = 0xFFFF_FFFF_8000_0000;
    public const ulong Load = Base;
    public const ulong Main = Base + 0x30;
    public const ulong TrapEntry = Base + 0x60;
    public const ulong End = Base + 0x70;

    private const byte Text = 40;
    private const byte Unwind = Text + 45;
    private const byte Records = Unwind + 25;

    public static byte[] Bytes =>
    [
        // Magic, version, base, groups, and where texts, unwind programs and records are.
        .. "KSYM"u8, 1, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0,
        Text, 0, 0, 0, Unwind, 0, 0, 0, Records, 0, 0, 0,

        // One group: starts at offset 0, and so do its records.
        0, 0, 0, 0, 0, 0, 0, 0,

        // Texts at 0, 1, 7, 13, 19, 25, 31 and 39.
        0, 0, 4, .. "K.M."u8, 1, 4, .. "Gdt."u8, 0, 4, .. "Load"u8, 0, 4, .. "Main"u8,
        0, 4, .. "K/M/"u8, 25, 6, .. "Gdt.cs"u8, 0, 4, .. "trap"u8,

        // push rbp; push r15; four bytes on, sub rsp, 24: four rows, of which the epilogue pops three bytes.
        4, 3, 0, 2, 0, 1, 4, 2, 2, 6, 2, 4, 12, 2,

        // push rbp; mov rbp, rsp: three rows, and one byte of pops.
        3, 1, 0, 2, 0, 1, 4, 2, 3, 5, 2,

        // Load: 32 bytes; returns at 31; line 10, 11 from offset 8, 300 from offset 16.
        0, 0x20, 7, 13, 31, 2, 1, 0x1F, 10, 5, 0x67, 0xFF, 8, 0xC2, 4,

        // Main: 48 bytes after a gap of 16; returns at 47; line 20.
        0x10, 0x30, 7, 19, 31, 16, 1, 0x2F, 20, 0,

        // The trap entry: 16 bytes, without type, file and lines.
        0, 0x10, 0, 39, 0, 1, 0, 0, 0,
    ];

    public static VirtAddr At(ulong address) => new(address);
}
