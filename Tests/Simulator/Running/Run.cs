using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Simulator;

/// <summary>Many scripts by lot, one after the other.</summary>
/// <param name="Seed">What all of them come from.</param>
/// <param name="Steps">The steps of all together.</param>
internal sealed record Run(ulong Seed, long Steps)
{
    private const int StepsPerScript = 50_000;

    private static readonly TimeSpan s_shrinking = TimeSpan.FromSeconds(60);

    /// <summary>Runs them until one fails. True where none does.</summary>
    /// <param name="output">Where to say how it went.</param>
    /// <param name="folder">Where a script that fails goes.</param>
    public bool IsGood(TextWriter output, string folder)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long done = 0;
        long living = 0;
        uint most = 0;
        for (ulong number = 0; done < Steps; number++)
        {
            Script script = ScriptOf(number, (int)long.Min(StepsPerScript, Steps - done));
            if (script.Run() is { } failure)
            {
                Report(output, folder, script, failure, done);
                return false;
            }

            done += script.Done;
            living += script.Living;
            most = uint.Max(most, script.MostLiving);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done} steps in {watch.Elapsed.TotalSeconds:F1} s; "
            + $"{done / Time(before):F0} in a second of processor time; "
            + $"{living / done} tasks lived on average, {most} at most"));
        return true;
    }

    /// <summary>One of the scripts.</summary>
    public Script ScriptOf(ulong number, int steps) => Script.Of((Seed << 32) + number, steps);

    private static double Time(TimeSpan before) => (Environment.CpuUsage.TotalTime - before).TotalSeconds;

    private void Report(TextWriter output, string folder, Script script, Failure failure, long done)
    {
        output.WriteLine($"seed {Seed}, step {done + failure.Step}: {failure.Exception.Message}");
        Script shrunk = Shrinker.Shrink(script, s_shrinking);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"seed-{Seed}.script");
        using (StreamWriter file = File.CreateText(path))
        {
            file.WriteLine($"# {shrunk.Run()?.Exception.Message ?? failure.Exception.Message}");
            shrunk.Write(file);
        }

        output.WriteLine($"{shrunk.Steps.Count} of its steps are enough: {path}");
        shrunk.Write(output);
    }
}
