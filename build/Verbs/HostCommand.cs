using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;

namespace Verbs;

/// <summary>Programs of the host, run to their end.</summary>
public static class HostCommand
{
    /// <summary>Runs with our terminal or pipes; the exit code.</summary>
    /// <exception cref="VerbException">The program cannot be started.</exception>
    public static int Run(string program, IReadOnlyList<string> arguments, string? folder = null) =>
        Run(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? "" });

    /// <inheritdoc cref="Run(string, IReadOnlyList{string}, string?)"/>
    public static int Run(ProcessStartInfo start)
    {
        using Process process = Start(start);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Runs without input; what it wrote to both outputs, and the exit code.</summary>
    /// <exception cref="VerbException">The program cannot be started.</exception>
    public static (int ExitCode, string Output) Capture(string program, IReadOnlyList<string> arguments)
    {
        using Process process = Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        process.StandardInput.Close();
        // Both pipes are read at once: a full one would stop the program.
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    /// <summary>Starts and does not wait.</summary>
    /// <exception cref="VerbException">The program cannot be started.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new VerbException($"{start.FileName} cannot be started", failure.Message);
        }
    }
}
