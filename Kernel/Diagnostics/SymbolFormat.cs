namespace Kernel.Diagnostics;

/// <summary>
/// The symbol table's layout, shared by the tool that writes it and the kernel that reads it.
/// <code>
/// header    u32 magic, u32 version, u64 base address, u32 number of groups,
///           u32 position of the texts, u32 position of the unwind programs, u32 position of the records
/// groups    for each: u32 start of its first function, u32 position of that function's record
/// texts     a zero byte, then nodes: varint parent, varint length, UTF-8 bytes
/// unwinds   programs: varint rows, varint pop bytes, then for each row: varint code bytes since the row before,
///           varint CFA rule, varint slot of the saved rbp
/// records   one for each function, in the order of their addresses
/// </code>
/// All integers are little-endian. A <em>varint</em> is an unsigned LEB128 number of 32 bits (DWARF 5, 7.6).
/// Positions of sections count from the table's first byte; a record's position, a text's and an unwind program's
/// from the first byte of their own section. A function's start counts from the base address.
/// <para>
/// A text is its parent's text and then its own bytes; parent 0 is none, and a parent lies before its children.
/// </para>
/// <para>
/// A record is a row of varints: the bytes between the end of the function before (or the group's start) and this
/// one's start; size in bytes; text of the type, with its trailing dot; text of the method; text of the file; the
/// unwind word; length of the epilogues and then those bytes; first line; length of the line program and then those
/// bytes.
/// </para>
/// <para>
/// The unwind word is <see cref="NoUnwind"/>, <see cref="TrapEntry"/> or a program's position plus
/// <see cref="FirstProgram"/>. A CFA rule is the offset in eight-byte slots, doubled, plus 1 where it counts from rbp
/// and not from rsp (DWARF 5, 6.4.1). The slot of rbp is its distance below the CFA in eight-byte slots, 0 where
/// the function has not saved it.
/// </para>
/// <para>
/// The compiler describes prologues only. An epilogue pops in the opposite order what the prologue pushed, by
/// instructions of the same length; so the state <c>n</c> bytes before the final <c>ret</c> is the prologue's state at
/// offset <c>n</c>, for <c>n</c> up to the program's pop bytes. The epilogues are varints: the offset of each final
/// instruction, counted from the one before.
/// </para>
/// <para>
/// A line program starts at offset 0 and the first line; first line 0 is no line at all. An opcode below
/// <see cref="EscapeOpcode"/> advances the offset by <c>opcode / LineRange + 1</c> and the line by
/// <c>opcode % LineRange + LineBase</c>; the escape is followed by a varint offset and a varint line, zigzag coded.
/// </para>
/// </summary>
internal static class SymbolFormat
{
    /// <summary>The first four bytes: KSYM.</summary>
    public const uint Magic = 0x4D59_534B;

    /// <summary>The version of this layout.</summary>
    public const uint Version = 1;

    /// <summary>The header's size in bytes.</summary>
    public const int HeaderSize = 32;

    /// <summary>The size of one group's entry, in bytes.</summary>
    public const int GroupSize = 8;

    /// <summary>Functions in a group, but for the last: what one search walks through.</summary>
    public const int FunctionsPerGroup = 16;

    /// <summary>A text has at most so many ancestors.</summary>
    public const int MaxTextDepth = 4;

    /// <summary>Unwind word of a function whose frame is not known.</summary>
    public const uint NoUnwind = 0;

    /// <summary>Unwind word of a function that calls with a trap frame on top of its stack.</summary>
    public const uint TrapEntry = 1;

    /// <summary>Unwind word of the program at position 0.</summary>
    public const uint FirstProgram = 2;

    /// <summary>The smallest advance of the line in a one-byte opcode.</summary>
    public const int LineBase = -4;

    /// <summary>How many advances of the line a one-byte opcode knows.</summary>
    public const int LineRange = 14;

    /// <summary>The opcode that is followed by two varints.</summary>
    public const byte EscapeOpcode = 0xFF;
}
