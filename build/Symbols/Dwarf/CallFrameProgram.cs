using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Symbols.Dwarf;

/// <summary>Runs call frame instructions (DWARF 5, 6.4.2 and 7.24) into rows.</summary>
internal ref struct CallFrameProgram
{
    private const byte OperandMask = 0x3F;
    private readonly CallFrameEntry _entry;
    private readonly SortedDictionary<ulong, FrameState> _rows = [];
    private readonly Stack<FrameState> _remembered = new();
    private ByteReader _code;
    private FrameState _state;
    private ulong _offset;

    private CallFrameProgram(ByteReader code, CallFrameEntry entry)
    {
        _code = code;
        _entry = entry;
        _state = entry.Initial;
    }

    /// <summary>The state after a CIE's initial instructions.</summary>
    public static FrameState RunInitial(ByteReader code, CallFrameEntry entry)
    {
        var program = new CallFrameProgram(code, entry);
        program.Run();
        return program._state;
    }

    /// <summary>The rows of a function.</summary>
    public static ImmutableArray<UnwindRow> RunFunction(ByteReader code, CallFrameEntry entry)
    {
        var program = new CallFrameProgram(code, entry);
        program.Run();
        return [.. WithoutRepetitions(program._rows.Select(static row => row.Value.ToRow(row.Key)))];
    }

    private static IEnumerable<UnwindRow> WithoutRepetitions(IEnumerable<UnwindRow> rows)
    {
        UnwindRow? last = null;
        foreach (UnwindRow row in rows)
        {
            if (last is not { } before || before with { Offset = row.Offset } != row)
            {
                yield return row;
            }

            last = row;
        }
    }

    private void Run()
    {
        _rows[0] = _state;
        while (!_code.AtEnd)
        {
            Step(_code.U8());
            _rows[_offset] = _state;
        }
    }

    private void Step(byte opcode)
    {
        ulong operand = (ulong)(opcode & OperandMask);
        switch (opcode & ~OperandMask)
        {
            case CallFrameOpcode.AdvanceLocation:
                Advance(operand);
                break;
            case CallFrameOpcode.Offset:
                Save(operand, (long)_code.Uleb());
                break;
            case CallFrameOpcode.Restore:
                Restore(operand);
                break;
            default:
                StepExtended(opcode);
                break;
        }
    }

    private void StepExtended(byte opcode)
    {
        switch (opcode)
        {
            case CallFrameOpcode.Nop:
                break;
            case CallFrameOpcode.AdvanceLoc1:
                Advance(_code.U8());
                break;
            case CallFrameOpcode.AdvanceLoc2:
                Advance(_code.U16());
                break;
            case CallFrameOpcode.AdvanceLoc4:
                Advance(_code.U32());
                break;
            case CallFrameOpcode.OffsetExtended:
                Save(_code.Uleb(), (long)_code.Uleb());
                break;
            case CallFrameOpcode.RestoreExtended:
            case CallFrameOpcode.Undefined:
            case CallFrameOpcode.SameValue:
                Restore(_code.Uleb());
                break;
            case CallFrameOpcode.RememberState:
                _remembered.Push(_state);
                break;
            case CallFrameOpcode.RestoreState when _remembered.TryPop(out FrameState state):
                _state = state;
                break;
            case CallFrameOpcode.DefCfa:
                _state = _state with { Register = _code.Uleb(), CfaOffset = (long)_code.Uleb() };
                break;
            case CallFrameOpcode.DefCfaRegister:
                _state = _state with { Register = _code.Uleb() };
                break;
            case CallFrameOpcode.DefCfaOffset:
                _state = _state with { CfaOffset = (long)_code.Uleb() };
                break;
            case CallFrameOpcode.OffsetExtendedSigned:
                Save(_code.Uleb(), _code.Sleb());
                break;
            case CallFrameOpcode.DefCfaSigned:
                _state = _state with { Register = _code.Uleb(), CfaOffset = _code.Sleb() * _entry.DataFactor };
                break;
            case CallFrameOpcode.DefCfaOffsetSigned:
                _state = _state with { CfaOffset = _code.Sleb() * _entry.DataFactor };
                break;
            case CallFrameOpcode.GnuArgsSize:
                _ = _code.Uleb();
                break;
            default:
                throw new SymbolsException($".eh_frame: call frame instruction 0x{opcode:X2} is not understood");
        }
    }

    private void Advance(ulong steps) => _offset += steps * _entry.CodeFactor;

    private void Save(ulong register, long offset)
    {
        if (register == FrameState.Bp)
        {
            _state = _state with { BpOffset = -offset * _entry.DataFactor };
        }
    }

    private void Restore(ulong register)
    {
        if (register == FrameState.Bp)
        {
            _state = _state with { BpOffset = 0 };
        }
    }
}
