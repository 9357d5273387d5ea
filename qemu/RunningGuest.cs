using System;
using System.Diagnostics;

namespace Machines;

/// <summary>
/// An emulator at work, as tests and tools see it: words on its serial port, an end with an exit code. Whatever
/// happens, it ends this one process (and its children) and no other.
/// </summary>
public abstract class RunningGuest : IDisposable
{
    private const int LinesInReports = 25;

    private readonly Process _process;
    private readonly string _name;

    /// <summary>Starts the emulator.</summary>
    /// <exception cref="MachineException">The host cannot start it.</exception>
    private protected RunningGuest(string name, ProcessStartInfo start)
    {
        _name = name;
        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new MachineException($"{name} cannot be started: {failure.Message}", failure);
        }
        AppDomain.CurrentDomain.ProcessExit += KillWithUs;
    }

    /// <summary>What the guest wrote to its first serial port.</summary>
    public SerialLog Serial { get; } = new();

    /// <summary>The emulator's process on the host.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Waits for words on the serial port; the guest goes on in any case.</summary>
    public WaitOutcome WaitFor(string text, TimeSpan timeout) => Serial.WaitFor(text, timeout);

    /// <summary>Waits for words on the serial port. Where they do not come, ends the emulator.</summary>
    /// <exception cref="MachineException">They did not come; says why, with the guest's last lines.</exception>
    public void Expect(string text, TimeSpan timeout)
    {
        switch (WaitFor(text, timeout))
        {
            case WaitOutcome.TimedOut:
                Kill();
                throw new MachineException(Report($"waited {timeout.TotalSeconds:0.#} s for \"{text}\""));
            case WaitOutcome.GuestEnded:
                _process.WaitForExit();
                throw new MachineException(Report($"ended with code {_process.ExitCode} before \"{text}\""));
        }
    }

    /// <summary>Waits for the end; the emulator's exit code, or null where it still runs.</summary>
    public int? WaitForExit(TimeSpan timeout) => _process.WaitForExit(timeout) ? _process.ExitCode : null;

    /// <summary>Waits for the end. Where it does not come, ends the emulator.</summary>
    /// <returns>The emulator's exit code.</returns>
    /// <exception cref="MachineException">The time was over; with the guest's last lines.</exception>
    public int ExpectExit(TimeSpan timeout)
    {
        if (WaitForExit(timeout) is { } code)
        {
            WaitForLastWords();
            return code;
        }
        Kill();
        throw new MachineException(Report($"waited {timeout.TotalSeconds:0.#} s for the guest to end"));
    }

    /// <summary>Ends the emulator at once. Nothing happens where it has ended already.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in this very moment.
        }
    }

    /// <summary>A failure in words, followed by the guest's last lines and what the emulator itself said.</summary>
    public string Report(string failure)
    {
        if (_process.HasExited)
        {
            WaitForLastWords();
        }
        string lines = Serial.LastLines(LinesInReports);
        string said = EmulatorWords().Trim();
        return $"{_name}: {failure}"
            + (said.Length == 0 ? "" : $"\n--- {_name} said ---\n{said}")
            + (lines.Length == 0 ? "\n--- the guest wrote nothing ---" : $"\n--- the guest's last lines ---\n{lines}");
    }

    /// <summary>Ends the emulator and removes what it needed on the host.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillWithUs;
        Kill();
        CleanUp();
        _process.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The emulator's process, for its pipes.</summary>
    private protected Process Process => _process;

    /// <summary>What the emulator said itself, apart from the guest.</summary>
    private protected abstract string EmulatorWords();

    /// <summary>Removes files and connections; the process has ended.</summary>
    private protected abstract void CleanUp();

    /// <summary>Waits until the whole of what the ended guest wrote is in <see cref="Serial"/>.</summary>
    private protected abstract void WaitForSerial();

    // What was written just before the end may still be on its way through the pipes.
    private void WaitForLastWords()
    {
        _process.WaitForExit();
        WaitForSerial();
    }

    private void KillWithUs(object? sender, EventArgs e) => Kill();
}
