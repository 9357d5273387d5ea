using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Diagnostics;

/// <summary>
/// The functions of the kernel: their names, source lines and stack frames, from the table that the build links in
/// (see <see cref="SymbolFormat"/>). A table that is absent or damaged has fewer symbols, and does no harm.
/// </summary>
public readonly ref struct SymbolTable
{
    private const int BaseAt = 8;
    private const int GroupCountAt = 16;
    private const int TextsAt = 20;
    private const int UnwindsAt = 24;
    private const int RecordsAt = 28;

    private readonly FunctionIndex _functions;
    private readonly ReadOnlySpan<byte> _texts;
    private readonly ReadOnlySpan<byte> _unwinds;

    /// <summary>The table in these bytes; without any symbol where they are none.</summary>
    public SymbolTable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SymbolFormat.HeaderSize
            || ReadWord(bytes, 0) != SymbolFormat.Magic
            || ReadWord(bytes, sizeof(uint)) != SymbolFormat.Version)
        {
            return;
        }

        ulong groupsEnd = SymbolFormat.HeaderSize + ((ulong)ReadWord(bytes, GroupCountAt) * SymbolFormat.GroupSize);
        uint texts = ReadWord(bytes, TextsAt);
        uint unwinds = ReadWord(bytes, UnwindsAt);
        uint records = ReadWord(bytes, RecordsAt);
        if (groupsEnd > texts || texts > unwinds || unwinds > records || records > (uint)bytes.Length)
        {
            return;
        }

        var start = new VirtAddr(BinaryPrimitives.ReadUInt64LittleEndian(bytes[BaseAt..]));
        _functions = new FunctionIndex(start, bytes[SymbolFormat.HeaderSize..(int)groupsEnd], bytes[(int)records..]);
        _texts = bytes[(int)texts..(int)unwinds];
        _unwinds = bytes[(int)unwinds..(int)records];
    }

    /// <summary>There is no symbol in it.</summary>
    public bool IsEmpty => _functions.IsEmpty;

    /// <summary>
    /// What lies at an address. Writes the name and the file's name to <paramref name="buffer"/>, which the symbol then
    /// points into, and cuts them short where it is full. False where no function lies there.
    /// </summary>
    public bool TryFind(VirtAddr address, Span<byte> buffer, out Symbol symbol)
    {
        if (!_functions.TryFind(address, out FunctionRecord function, out uint offset))
        {
            symbol = default;
            return false;
        }

        int type = SymbolText.Write(_texts, function.Type, buffer);
        int name = type + SymbolText.Write(_texts, function.Method, buffer[type..]);
        int file = SymbolText.Write(_texts, function.File, buffer[name..]);
        symbol = new Symbol(buffer[..name], buffer.Slice(name, file), LineProgram.Find(in function, offset), offset);
        return true;
    }

    /// <summary>How to leave the frame of the function that <paramref name="frame"/> is in.</summary>
    internal FrameRule FindRule(in StackFrame frame)
    {
        if (!_functions.TryFind(frame.Instruction, out FunctionRecord function, out uint offset))
        {
            return FrameRule.Unknown;
        }

        return function.Unwind switch
        {
            SymbolFormat.NoUnwind => FrameRule.Unknown,
            SymbolFormat.TrapEntry => FrameRule.Trap,
            _ => UnwindProgram.Find(_unwinds, in function, offset),
        };
    }

    private static uint ReadWord(ReadOnlySpan<byte> bytes, int position) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[position..]);
}
