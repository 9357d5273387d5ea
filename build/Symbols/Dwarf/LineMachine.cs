using System.Collections.Generic;

namespace Symbols.Dwarf;

/// <summary>Runs a line number program (DWARF 5, 6.2.2 and 6.2.5).</summary>
internal ref struct LineMachine
{
    private const int LastOpcode = 255;
    private readonly LineHeader _header;
    private readonly List<LineRow> _rows;
    private ByteReader _code;
    private LineRow? _open;
    private ulong _address;
    private ulong _file = 1;
    private uint _line = 1;

    private LineMachine(ByteReader code, LineHeader header, List<LineRow> rows)
    {
        _code = code;
        _header = header;
        _rows = rows;
    }

    /// <summary>Runs all opcodes that are left in <paramref name="code"/> and adds the rows that they make.</summary>
    public static void Run(ref ByteReader code, LineHeader header, List<LineRow> rows)
    {
        var machine = new LineMachine(code, header, rows);
        while (!machine._code.AtEnd)
        {
            machine.Step(machine._code.U8());
        }
    }

    private void Step(byte opcode)
    {
        if (opcode >= _header.OpcodeBase)
        {
            int adjusted = opcode - _header.OpcodeBase;
            Advance((ulong)(adjusted / _header.LineRange));
            _line = (uint)(_line + (adjusted % _header.LineRange) + _header.LineBase);
            AddRow();
            return;
        }

        switch (opcode)
        {
            case 0:
                StepExtended(new ByteReader(_code.Bytes(_code.Uleb()), LineHeader.SectionName));
                break;
            case LineOpcode.Copy:
                AddRow();
                break;
            case LineOpcode.AdvancePc:
                Advance(_code.Uleb());
                break;
            case LineOpcode.AdvanceLine:
                _line = (uint)(_line + _code.Sleb());
                break;
            case LineOpcode.SetFile:
                _file = _code.Uleb();
                break;
            case LineOpcode.ConstAddPc:
                Advance((ulong)((LastOpcode - _header.OpcodeBase) / _header.LineRange));
                break;
            case LineOpcode.FixedAdvancePc:
                _address += _code.U16();
                break;
            default:
                SkipOperands(opcode);
                break;
        }
    }

    private void StepExtended(ByteReader operands)
    {
        switch (operands.U8())
        {
            case ExtendedLineOpcode.EndSequence:
                Close();
                (_address, _file, _line) = (0, 1, 1);
                break;
            case ExtendedLineOpcode.SetAddress:
                _address = operands.U64();
                break;
            default:
                break;
        }
    }

    private void SkipOperands(byte opcode)
    {
        for (int left = _header.OperandCounts[opcode - 1]; left > 0; left--)
        {
            _ = _code.Uleb();
        }
    }

    private void Advance(ulong operations) => _address += operations * _header.InstructionLength;

    private void AddRow()
    {
        Close();
        _open = new LineRow(_address, _address, _header.FileName(_file), _line);
    }

    private void Close()
    {
        if (_open is { } row && _address > row.Address)
        {
            _rows.Add(row with { End = _address });
        }

        _open = null;
    }
}
