using System;

namespace Kernel.Console;

/// <summary>
/// A serial port, 115,200 baud, 8 data bits, no parity, 1 stop bit (National Semiconductor PC16550D data sheet,
/// section 8). It is polled, not interrupt driven. No wait is without a bound: a port that is missing is given up; one
/// that is stuck, as an emulator's is while nobody reads, loses bytes until it takes some again.
/// </summary>
public struct Uart16550
{
    /// <summary>The first serial port of a PC.</summary>
    public const ushort Com1 = 0x3F8;

    // A byte takes 87 µs at 115,200 baud and reading a port about 1 µs: this many polls are a thousand bytes' time.
    private const int MaximumPolls = 100_000;

    private ushort _port;
    private byte _fifoDepth;
    private byte _room;
    private bool _isThere;
    private bool _isStuck;

    /// <summary>
    /// Sets up the port at <paramref name="port"/> and sends it two bytes through its loopback (modem control
    /// register, bit 4). False, and nothing is ever written, where they do not come back.
    /// </summary>
    public bool TryOpen(ushort port)
    {
        _port = port;
        _room = 0;
        _isStuck = false;
        SetLine();
        Write(UartRegister.ModemControl, UartRegister.Loopback);
        _isThere = Echoes(0x5A) && Echoes(0xA5);
        Write(UartRegister.ModemControl, UartRegister.ReadyToSend);
        int fifos = Read(UartRegister.InterruptIdentification) & UartRegister.FifosEnabled;
        _fifoDepth = fifos == UartRegister.FifosEnabled ? (byte)16 : (byte)1;
        return _isThere;
    }

    /// <summary>Sends text; a line feed becomes a carriage return and a line feed, as terminals want.</summary>
    public void Send(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'\n')
            {
                Send((byte)'\r');
            }

            Send(text[i]);
        }
    }

    private void Send(byte value)
    {
        // One empty transmitter means room for a whole FIFO, so only every 16th byte is waited for.
        if (_isThere && _room == 0)
        {
            _isStuck = !Await(UartRegister.TransmitterEmpty, _isStuck ? 1 : MaximumPolls);
            _room = _isStuck ? (byte)0 : _fifoDepth;
        }

        if (_room != 0)
        {
            _room--;
            Write(UartRegister.Data, value);
        }
    }

    private readonly void SetLine()
    {
        Write(UartRegister.InterruptEnable, 0);
        Write(UartRegister.LineControl, UartRegister.DivisorLatch);
        Write(UartRegister.DivisorLow, 1);
        Write(UartRegister.DivisorHigh, 0);
        Write(UartRegister.LineControl, UartRegister.EightBitsNoParity);
        Write(UartRegister.FifoControl, UartRegister.EnableAndClearFifos);
    }

    private readonly bool Echoes(byte value)
    {
        Write(UartRegister.Data, value);
        return Await(UartRegister.DataReady, MaximumPolls) && Read(UartRegister.Data) == value;
    }

    private readonly bool Await(byte status, int mostPolls)
    {
        for (int polls = 0; polls < mostPolls; polls++)
        {
            if ((Read(UartRegister.LineStatus) & status) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private readonly byte Read(ushort register) => Machine.ReadPort((ushort)(_port + register));

    private readonly void Write(ushort register, byte value) => Machine.WritePort((ushort)(_port + register), value);
}
