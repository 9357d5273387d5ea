using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;

namespace Machines;

/// <summary>A QEMU at work without a terminal; its monitor is on a socket of its own.</summary>
/// <remarks>
/// The serial port is on pipes, and text can be typed into it. Where instructions are counted it is in a file instead:
/// a pipe is full when its reader is late, the guest then waits for the port or goes on without a byte, and two runs of
/// the same instructions are not the same any more.
/// </remarks>
public sealed class RunningMachine : RunningGuest
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(20);

    private readonly string _folder;
    private readonly StringBuilder _said = new();
    private readonly FileFollower? _follower;
    private readonly Thread? _reader;
    private QemuMonitor? _monitor;

    private RunningMachine(ProcessStartInfo start, string folder, Clock clock)
        : base("QEMU", start)
    {
        _folder = folder;
        if (clock == Clock.Instructions)
        {
            _follower = new FileFollower(SerialIn(folder), Serial, () => Process.HasExited);
        }
        else
        {
            _reader = Serial.Follow(Process.StandardOutput.BaseStream);
        }
        Process.ErrorDataReceived += (_, line) => Remember(line.Data);
        Process.BeginErrorReadLine();
    }

    /// <summary>Starts QEMU on a machine; returns while it is still coming up.</summary>
    /// <exception cref="MachineException">QEMU or its firmware is missing, or the choices contradict each other.</exception>
    public static RunningMachine Start(MachineSpec spec)
    {
        IReadOnlyList<string> machine =
            [.. QemuArguments.For(spec, UefiFirmware.Find()), .. TranslationLog.ArgumentsIfAsked(spec.Image)];
        string program = HostPrograms.Require(HostPrograms.Qemu, "qemu-system-x86");
        string folder = Directory.CreateTempSubdirectory("machine-").FullName;
        IReadOnlyList<string> serial =
            spec.Clock == Clock.Instructions ? SerialPort.InFile(SerialIn(folder)) : SerialPort.OnPipes;
        var start = new ProcessStartInfo(
            program, [.. machine, .. serial, "-qmp", $"unix:{SocketIn(folder)},server=on,wait=off"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new RunningMachine(start, folder, spec.Clock);
    }

    /// <summary>Writes text to the guest's serial port.</summary>
    /// <exception cref="MachineException">The machine counts instructions: nobody can say behind which one.</exception>
    public void Type(string text)
    {
        if (_follower is not null)
        {
            throw new MachineException("nothing can be typed into a machine that counts instructions");
        }
        Process.StandardInput.Write(text);
        Process.StandardInput.Flush();
    }

    /// <summary>
    /// Presses keys together on the guest's keyboard, in QEMU's names: <c>a</c>, <c>ret</c>, <c>ctrl-alt-delete</c>.
    /// </summary>
    /// <exception cref="MachineException">The monitor refused, or QEMU has ended.</exception>
    public void SendKeys(string keys) => Monitor().SendKeys(keys);

    /// <summary>Writes what is on the guest's screen to a PNG file.</summary>
    /// <exception cref="MachineException">The monitor refused, or QEMU has ended.</exception>
    public void Screenshot(string pngFile) => File.WriteAllBytes(pngFile, Screenshot());

    /// <summary>What is on the guest's screen, as the bytes of a PNG file.</summary>
    /// <exception cref="MachineException">The monitor refused, or QEMU has ended.</exception>
    public byte[] Screenshot() => Png.Encode(ReadScreen());

    /// <summary>What is on the guest's screen.</summary>
    /// <exception cref="MachineException">The monitor refused, or QEMU has ended.</exception>
    public Picture ReadScreen()
    {
        string dump = Path.Combine(_folder, "screen.ppm");
        Monitor().DumpScreen(dump);
        return PortablePixmap.Parse(File.ReadAllBytes(dump));
    }

    /// <summary>
    /// What QEMU's human monitor answers to a command such as <c>info registers</c>; a command that it does not know
    /// is answered too.
    /// </summary>
    /// <exception cref="MachineException">QEMU has ended.</exception>
    public string Ask(string command) => Monitor().Ask(command);

    private protected override string EmulatorWords()
    {
        lock (_said)
        {
            return _said.ToString();
        }
    }

    private protected override void WaitForSerial()
    {
        _follower?.WaitForEnd();
        _reader?.Join(s_grace);
    }

    private protected override void CleanUp()
    {
        _monitor?.Dispose();
        _follower?.WaitForEnd();
        Directory.Delete(_folder, recursive: true);
    }

    private QemuMonitor Monitor() => _monitor ??= QemuMonitor.Connect(SocketIn(_folder), () => Process.HasExited);

    private void Remember(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }

    private static string SerialIn(string folder) => Path.Combine(folder, "serial");

    private static string SocketIn(string folder) => Path.Combine(folder, "qmp");
}
