using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;

namespace Machines;

/// <summary>
/// QEMU's machine protocol: one JSON object a line (QEMU documentation, "QEMU Machine Protocol Specification").
/// </summary>
internal sealed class QemuMonitor : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private QemuMonitor(Socket socket)
    {
        _socket = socket;
        _socket.ReceiveTimeout = (int)s_patience.TotalMilliseconds;
        var stream = new NetworkStream(socket);
        _reader = new StreamReader(stream);
        _writer = new StreamWriter(stream) { AutoFlush = true };
    }

    /// <summary>Connects to the socket of a QEMU that may still be starting.</summary>
    public static QemuMonitor Connect(string socketPath, Func<bool> hasEnded)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(socketPath));
                return Greet(socket);
            }
            catch (SocketException failure)
            {
                socket.Dispose();
                if (hasEnded() || watch.Elapsed > s_patience)
                {
                    throw new MachineException("QEMU's monitor does not answer", failure);
                }
                Thread.Sleep(20);
            }
        }
    }

    /// <summary>Writes the screen to a file as a portable pixmap.</summary>
    public void DumpScreen(string file) => Execute("screendump", new JsonObject { ["filename"] = file });

    /// <summary>Presses keys together; names joined by hyphens.</summary>
    public void SendKeys(string keys)
    {
        JsonNode[] codes = [.. keys.Split('-').Select(key => new JsonObject { ["type"] = "qcode", ["data"] = key })];
        Execute("send-key", new JsonObject { ["keys"] = new JsonArray(codes) });
    }

    /// <summary>Runs a command of QEMU's human monitor; what it prints.</summary>
    public string Ask(string command) =>
        (string)Execute("human-monitor-command", new JsonObject { ["command-line"] = command })!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }

    private static QemuMonitor Greet(Socket socket)
    {
        var monitor = new QemuMonitor(socket);
        monitor.Receive();
        monitor.Execute("qmp_capabilities", new JsonObject());
        return monitor;
    }

    private JsonNode? Execute(string command, JsonObject arguments)
    {
        try
        {
            _writer.WriteLine(new JsonObject { ["execute"] = command, ["arguments"] = arguments }.ToJsonString());
            JsonNode answer;
            do
            {
                answer = Receive();
            }
            while (answer["event"] is not null);
            if (answer["error"] is { } error)
            {
                throw new MachineException($"QEMU refused {command}: {error["desc"]}");
            }
            return answer["return"];
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            throw new MachineException($"QEMU's monitor broke off at {command}", failure);
        }
    }

    private JsonNode Receive() =>
        JsonNode.Parse(_reader.ReadLine() ?? throw new MachineException("QEMU's monitor closed"))!;
}
