using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;

namespace Machines;

/// <summary>A Bochs at work without a screen.</summary>
public sealed partial class BochsMachine : RunningGuest
{
    private const int LinesOfLog = 8;

    // The display is written by ncurses, which asks the environment; Bochs wants 80 columns and 25 lines.
    private static readonly (string Name, string Value)[] s_terminal =
        [("TERM", "xterm"), ("COLUMNS", "80"), ("LINES", "25")];

    private readonly string _folder;
    private readonly List<string> _said = [];
    private readonly FileFollower _follower;

    private BochsMachine(ProcessStartInfo start, string folder)
        : base("Bochs", start)
    {
        _folder = folder;
        // Complaints from before the log is open.
        Process.OutputDataReceived += (_, line) => Remember(line.Data ?? "");
        Process.ErrorDataReceived += (_, line) => TakeFromError(line.Data ?? "");
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
        _follower = new FileFollower(SerialIn(folder), Serial, () => Process.HasExited);
    }

    /// <summary>Starts Bochs on a machine; returns while it is still coming up.</summary>
    /// <exception cref="MachineException">Bochs or its firmware is missing.</exception>
    public static BochsMachine Start(BochsSpec spec)
    {
        if (BochsSpec.NeededFiles.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new MachineException($"{missing} is missing", "apt-get install bochsbios vgabios");
        }
        string folder = Directory.CreateTempSubdirectory("bochs-").FullName;
        File.WriteAllLines(Path.Combine(folder, "bochsrc"), spec.ConfigurationLines(SerialIn(folder), LogIn(folder)));
        // Debian's Bochs has its debugger built in, which waits for a command before the first instruction.
        File.WriteAllText(Path.Combine(folder, "commands"), "c\n");
        var start = new ProcessStartInfo(
            HostPrograms.Require(HostPrograms.Bochs, "bochs bochs-term"),
            ["-q", "-f", "bochsrc", "-rc", "commands"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in s_terminal)
        {
            start.Environment[name] = value;
        }
        return new BochsMachine(start, folder);
    }

    private protected override string EmulatorWords()
    {
        IEnumerable<string> log = File.Exists(LogIn(_folder)) ? File.ReadLines(LogIn(_folder)) : [];
        lock (_said)
        {
            return string.Join('\n', _said.Concat(log.Where(line => Complaint().IsMatch(line))).TakeLast(LinesOfLog));
        }
    }

    private protected override void WaitForSerial() => _follower.WaitForEnd();

    private protected override void CleanUp()
    {
        _follower.WaitForEnd();
        Directory.Delete(_folder, recursive: true);
    }

    // Bochs draws into a terminal of its own, and stands still for ever as soon as that is full: somebody must look.
    private void TakeFromError(string line)
    {
        if (Screen().Match(line) is { Success: true } match)
        {
            new Thread(() => Drain(match.Groups[1].Value)) { IsBackground = true, Name = "Bochs's screen" }.Start();
        }
        Remember(line);
    }

    private static void Drain(string terminal)
    {
        try
        {
            using var stream = new FileStream(terminal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            stream.CopyTo(Stream.Null);
        }
        catch (IOException)
        {
            // A terminal whose other side is closed ends with an error: Bochs has ended.
        }
    }

    private void Remember(string line)
    {
        if (Complaint().IsMatch(line))
        {
            lock (_said)
            {
                _said.Add(line);
            }
        }
    }

    // Bochs leads its errors and panics with the tick and a letter: "00000000000p[CPU0  ] ...".
    [GeneratedRegex(@"^\d+[ep]\[")]
    private static partial Regex Complaint();

    [GeneratedRegex("^Bochs connected to screen \"(.+)\"$")]
    private static partial Regex Screen();

    private static string SerialIn(string folder) => Path.Combine(folder, "serial.txt");

    private static string LogIn(string folder) => Path.Combine(folder, "bochs.log");
}
