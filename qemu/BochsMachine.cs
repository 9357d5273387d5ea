using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Machines;

/// <summary>A Bochs at work without a screen.</summary>
public sealed partial class BochsMachine : RunningGuest
{
    private const int LinesOfLog = 8;

    private readonly string _folder;
    private readonly List<string> _said = [];
    private readonly FileFollower _follower;

    private BochsMachine(ProcessStartInfo start, string folder)
        : base("Bochs", start)
    {
        _folder = folder;
        // The terminal has complaints from before the log is open, and the screen's picture, which is of no use.
        Process.OutputDataReceived += (_, line) => Remember(line.Data ?? "");
        Process.BeginOutputReadLine();
        _follower = new FileFollower(SerialIn(folder), Serial, () => Process.HasExited);
    }

    /// <summary>Starts Bochs on a machine; returns while it is still coming up.</summary>
    /// <exception cref="MachineException">Bochs or its firmware is missing.</exception>
    public static BochsMachine Start(BochsSpec spec)
    {
        HostPrograms.Require(HostPrograms.Bochs, "bochs bochs-term");
        if (BochsSpec.NeededFiles.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new MachineException($"{missing} is missing", "apt-get install bochsbios vgabios");
        }
        string folder = Directory.CreateTempSubdirectory("bochs-").FullName;
        File.WriteAllLines(Path.Combine(folder, "bochsrc"), spec.ConfigurationLines(SerialIn(folder), LogIn(folder)));
        // Debian's Bochs has its debugger built in, which waits for a command before the first instruction.
        File.WriteAllText(Path.Combine(folder, "commands"), "c\n");
        // The terminal display needs a terminal: script(1) makes one. "exec" leaves no shell between it and Bochs.
        var start = new ProcessStartInfo(
            HostPrograms.Require("script", "bsdutils"),
            ["-qec", "exec bochs -q -f bochsrc -rc commands", "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm";
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

    private static string SerialIn(string folder) => Path.Combine(folder, "serial.txt");

    private static string LogIn(string folder) => Path.Combine(folder, "bochs.log");
}
