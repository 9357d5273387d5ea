using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Simulator;

/// <summary>A machine, and what is done on it: all that a run depends on.</summary>
/// <param name="Mebibytes">The machine's memory.</param>
/// <param name="Steps">The steps.</param>
internal sealed record Script(int Mebibytes, IReadOnlyList<Step> Steps)
{
    private const string Machine = "machine";

    /// <summary>How many steps the last run did: it ends with the first program.</summary>
    public int Done { get; private set; }

    /// <summary>The script that a seed stands for.</summary>
    public static Script Of(ulong seed, int steps)
    {
        const int smallest = 8, sizes = 4;
        var generator = new Generator(seed);
        int size = smallest << (int)(generator.Next().A % sizes);
        return new Script(size, [.. Enumerable.Range(0, steps).Select(_ => generator.Next())]);
    }

    /// <summary>
    /// Reads a script: a line for the machine, a line for each step; what begins with # says something to readers.
    /// </summary>
    /// <exception cref="FormatException">A line is neither.</exception>
    public static Script Parse(TextReader reader)
    {
        int mebibytes = 0;
        var steps = new List<Step>();
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            if (words.Length == 2 && words[0] == Machine)
            {
                mebibytes = (int)Number(words[1]);
            }
            else
            {
                steps.Add(words.Length == 5 && Enum.TryParse(words[0], out StepAction action)
                    ? new Step(action, Number(words[1]), Number(words[2]), Number(words[3]), Number(words[4]))
                    : throw new FormatException($"'{line}' is no step"));
            }
        }

        return mebibytes > 0 ? new Script(mebibytes, steps) : throw new FormatException("no line says 'machine N'");
    }

    /// <summary>Writes it so that <see cref="Parse"/> reads it again.</summary>
    public void Write(TextWriter writer)
    {
        writer.WriteLine($"{Machine} {Mebibytes}");
        foreach (Step step in Steps)
        {
            writer.WriteLine($"{step.Action} {step.A} {step.B} {step.C} {step.D}");
        }
    }

    /// <summary>Runs it to its end; what went wrong, or null.</summary>
    public Failure? Run()
    {
        Done = 0;
        try
        {
            var simulation = new Simulation(Mebibytes);
            for (; Done < Steps.Count && !simulation.HasEnded; Done++)
            {
                simulation.Do(Steps[Done]);
            }

            simulation.Finish();
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new Failure(Done, exception);
        }
    }

    private static uint Number(string word) => uint.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
}
