namespace Kernel.Console;

/// <summary>The 16550's registers, from its first port on, and their bits (PC16550D data sheet, table II).</summary>
internal static class UartRegister
{
    /// <summary>Bytes to send and bytes received.</summary>
    public const ushort Data = 0;

    /// <summary>
    /// The low half of the divisor of 115,200 baud, in place of <see cref="Data"/> under <see cref="DivisorLatch"/>.
    /// </summary>
    public const ushort DivisorLow = 0;

    /// <summary>Which events interrupt.</summary>
    public const ushort InterruptEnable = 1;

    /// <summary>
    /// The high half of the divisor, in place of <see cref="InterruptEnable"/> under <see cref="DivisorLatch"/>.
    /// </summary>
    public const ushort DivisorHigh = 1;

    /// <summary>Read: why it interrupts.</summary>
    public const ushort InterruptIdentification = 2;

    /// <summary>Written: the FIFOs.</summary>
    public const ushort FifoControl = 2;

    /// <summary>The shape of a character.</summary>
    public const ushort LineControl = 3;

    /// <summary>The lines to the modem, and the loopback.</summary>
    public const ushort ModemControl = 4;

    /// <summary>What can be read and written.</summary>
    public const ushort LineStatus = 5;

    /// <summary>Interrupt identification, bits 6 and 7: both are set where the FIFOs work (a 16450 has none).</summary>
    public const byte FifosEnabled = 0xC0;

    /// <summary>FIFO control: on, both emptied, receiver's trigger at 14 bytes.</summary>
    public const byte EnableAndClearFifos = 0xC7;

    /// <summary>Line control: 8 data bits, 1 stop bit, no parity.</summary>
    public const byte EightBitsNoParity = 0x03;

    /// <summary>Line control: the first two registers are the divisor.</summary>
    public const byte DivisorLatch = 0x80;

    /// <summary>Modem control: terminal ready, request to send.</summary>
    public const byte ReadyToSend = 0x03;

    /// <summary>Modem control: what is sent comes back.</summary>
    public const byte Loopback = 0x10;

    /// <summary>Line status: a received byte waits.</summary>
    public const byte DataReady = 0x01;

    /// <summary>Line status: the transmitter's FIFO, or its one byte, is empty.</summary>
    public const byte TransmitterEmpty = 0x20;
}
