using System.Collections.Generic;
using System.Text;
using Kernel.Machines;

namespace Kernel.Tests.Host.Console;

/// <summary>A 16550 (PC16550D data sheet) that sends a byte in so many polls of its line status.</summary>
internal sealed class SimUart(ushort port, int pollsPerByte = 3, bool hasFifo = true)
{
    private readonly byte[] _registers = new byte[8];
    private readonly Queue<byte> _transmitter = [];
    private readonly Queue<byte> _receiver = [];
    private readonly List<byte> _sent = [];
    private int _pollsLeft;

    /// <summary>The transmitter no longer gets empty.</summary>
    public bool IsStuck { get; set; }

    /// <summary>How often the line status was read.</summary>
    public int Polls { get; private set; }

    /// <summary>Bytes that were written while there was no room: a real port loses them.</summary>
    public int Lost { get; private set; }

    public ushort Divisor { get; private set; }

    public byte LineControl => _registers[3];

    public byte ModemControl => _registers[4];

    public byte InterruptEnable => _registers[1];

    /// <summary>What went out on the wire, and what is still in the transmitter.</summary>
    public string Sent => Encoding.UTF8.GetString([.. _sent, .. _transmitter]);

    private bool IsLatched => (LineControl & 0x80) != 0;

    private int Depth => hasFifo && (_registers[2] & 1) != 0 ? 16 : 1;

    public void PlugInto(SimMachine machine)
    {
        machine.OnReadPort = at => (uint)(at - port) < 8 ? Read(at - port) : (byte)0xFF;
        machine.OnWritePort = (at, value) =>
        {
            if ((uint)(at - port) < 8)
            {
                Write(at - port, value);
            }
        };
    }

    private byte Read(int register) => register switch
    {
        0 when !IsLatched => _receiver.TryDequeue(out byte received) ? received : (byte)0,
        2 => (byte)(hasFifo && (_registers[2] & 1) != 0 ? 0xC1 : 0x01),
        5 => ReadLineStatus(),
        _ => _registers[register],
    };

    private byte ReadLineStatus()
    {
        Polls++;
        if (!IsStuck && _transmitter.Count > 0 && --_pollsLeft <= 0)
        {
            _sent.Add(_transmitter.Dequeue());
            _pollsLeft = pollsPerByte;
        }

        return (byte)((_transmitter.Count == 0 ? 0x60 : 0) | (_receiver.Count > 0 ? 1 : 0));
    }

    private void Write(int register, byte value)
    {
        switch (register)
        {
            case 0 when IsLatched:
                Divisor = (ushort)((Divisor & 0xFF00) | value);
                break;
            case 1 when IsLatched:
                Divisor = (ushort)((Divisor & 0x00FF) | (value << 8));
                break;
            case 0:
                Transmit(value);
                break;
            default:
                _registers[register] = value;
                break;
        }
    }

    private void Transmit(byte value)
    {
        if ((ModemControl & 0x10) != 0)
        {
            _receiver.Enqueue(value);
        }
        else if (_transmitter.Count < Depth)
        {
            _pollsLeft = _transmitter.Count == 0 ? pollsPerByte : _pollsLeft;
            _transmitter.Enqueue(value);
        }
        else
        {
            Lost++;
        }
    }
}
