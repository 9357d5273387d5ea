using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;

namespace QemuTests.Debugging;

/// <summary>
/// QEMU's gdb stub, asked without gdb: so often that a debugger would take too long (GDB manual, "Remote Protocol").
/// </summary>
internal sealed class GdbStub : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(300);

    private readonly TcpClient _client;
    private readonly Stream _stream;

    /// <summary>Connects to a stub that listens already.</summary>
    public GdbStub(int port)
    {
        _client = new TcpClient("127.0.0.1", port)
        {
            NoDelay = true,
            ReceiveTimeout = (int)s_patience.TotalMilliseconds,
        };
        _stream = new BufferedStream(_client.GetStream());
        // Single registers can be written by those only who have asked what there is.
        Ask("qXfer:features:read:target.xml:0,ff");
    }

    /// <summary>All registers as they are now.</summary>
    public ProcessorRegisters Registers => new(Convert.FromHexString(Ask("g")));

    /// <summary>The machine stops before the instruction at an address, each time.</summary>
    public void Stop(ulong address) => Command($"Z1,{address:x},1");

    /// <summary>It stops there no more.</summary>
    public void StopNoMore(ulong address) => Command($"z1,{address:x},1");

    /// <summary>Lets the machine run until it stops; false where it has ended.</summary>
    public bool Continue()
    {
        Send("c");
        return Receive() is ['T', ..];
    }

    /// <summary>Changes a register, by its number in the order of <see cref="ProcessorRegisters"/>.</summary>
    public void Write(int register, ulong value) => Command($"P{register:x}={Hex(value)}");

    /// <summary>Changes the flags.</summary>
    public void WriteFlags(uint value) => Command($"P{ProcessorRegisters.FlagsNumber:x}={Hex(value)[..8]}");

    /// <summary>Words of memory, as the processor's tables map it now.</summary>
    public ulong[] Read(ulong address, int words)
    {
        byte[] bytes = Convert.FromHexString(Ask($"m{address:x},{words * sizeof(ulong):x}"));
        return [.. bytes.Chunk(sizeof(ulong)).Select(static word => BitConverter.ToUInt64(word))];
    }

    /// <summary>Changes a word of memory.</summary>
    public void WriteMemory(ulong address, ulong value) => Command($"M{address:x},8:{Hex(value)}");

    /// <summary>Changes bytes of memory.</summary>
    public void WriteMemory(ulong address, byte[] bytes)
    {
        const int most = 1024;
        foreach (byte[] part in bytes.Chunk(most))
        {
            Command($"M{address:x},{part.Length:x}:{Convert.ToHexString(part)}");
            address += (ulong)part.Length;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    private static string Hex(ulong value) => Convert.ToHexString(BitConverter.GetBytes(value));

    private void Command(string packet)
    {
        string answer = Ask(packet);
        if (answer != "OK")
        {
            throw new InvalidOperationException($"QEMU's gdb stub answers \"{answer}\" to {packet}");
        }
    }

    private string Ask(string packet)
    {
        Send(packet);
        return Receive();
    }

    private void Send(string packet)
    {
        int sum = packet.Sum(static letter => letter) & 0xFF;
        _stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"${packet}#{sum:x2}")));
        _stream.Flush();
    }

    // Empty where the machine has ended, and the stub with it. The stub's own acknowledgements are passed over.
    private string Receive()
    {
        while (_stream.ReadByte() is not '$' and var letter)
        {
            if (letter < 0)
            {
                return "";
            }
        }

        var text = new StringBuilder();
        while (_stream.ReadByte() is not '#' and var letter && letter >= 0)
        {
            text.Append((char)letter);
        }

        _ = _stream.ReadByte();
        _ = _stream.ReadByte();
        _stream.WriteByte((byte)'+');
        _stream.Flush();
        return text.ToString();
    }
}
