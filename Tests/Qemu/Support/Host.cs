using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

namespace QemuTests.Support;

/// <summary>Programs of the host, run to their end.</summary>
internal static class Host
{
    /// <summary>Runs a program in a folder; all that it wrote. Fails where it fails or takes longer.</summary>
    public static string Run(string folder, TimeSpan patience, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        bool hasEnded = process.WaitForExit(patience);
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
        }
        string text = $"{output.Result}{errors.Result}";
        Assert.True(hasEnded, $"{program} did not end within {patience.TotalSeconds} s:\n{text}");
        Assert.True(process.ExitCode == 0, $"{program} ended with code {process.ExitCode}:\n{text}");
        return text;
    }
}
