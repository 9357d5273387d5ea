using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Simulator;

/// <summary>A machine, and what is done on it: all that a run depends on.</summary>
/// <param name="Mebibytes">The machine's memory.</param>
/// <param name="HasClock">Whether a clock tells the time, and not the ticks of its timer alone.</param>
/// <param name="Steps">The steps.</param>
internal sealed record Script(int Mebibytes, bool HasClock, IReadOnlyList<Step> Steps)
{
    private const string Machine = "machine", Clock = "clock";

    /// <summary>How many steps the last run did: it ends with the first program.</summary>
    public int Done { get; private set; }

    /// <summary>The tasks that lived after a step, all steps of the last run taken together.</summary>
    public long Living { get; private set; }

    /// <summary>The most of them.</summary>
    public uint MostLiving { get; private set; }

    /// <summary>The script that a seed stands for.</summary>
    public static Script Of(ulong seed, int steps)
    {
        ReadOnlySpan<int> sizes = [8, 32, 128, 128, 128, 512, 512, 512];
        var generator = new Generator(seed);
        int size = sizes[(int)(generator.Next().A % (uint)sizes.Length)];
        bool hasClock = generator.Next().A % 4 != 0;
        return new Script(size, hasClock, [.. Enumerable.Range(0, steps).Select(_ => generator.Next())]);
    }

    /// <summary>
    /// Reads a script: a line for the machine, a line for each step; what begins with # says something to readers.
    /// </summary>
    /// <exception cref="FormatException">A line is neither.</exception>
    public static Script Parse(TextReader reader)
    {
        int mebibytes = 0;
        bool hasClock = false;
        var steps = new List<Step>();
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            if (words[0] == Machine && (words.Length == 2 || (words.Length == 3 && words[2] == Clock)))
            {
                (mebibytes, hasClock) = ((int)Number(words[1]), words.Length == 3);
            }
            else
            {
                steps.Add(words.Length == 5 && Enum.TryParse(words[0], out StepAction action)
                    ? new Step(action, Number(words[1]), Number(words[2]), Number(words[3]), Number(words[4]))
                    : throw new FormatException($"'{line}' is no step"));
            }
        }

        return mebibytes > 0
            ? new Script(mebibytes, hasClock, steps)
            : throw new FormatException("no line says 'machine N' or 'machine N clock'");
    }

    /// <summary>Writes it so that <see cref="Parse"/> reads it again.</summary>
    public void Write(TextWriter writer)
    {
        writer.WriteLine(HasClock ? $"{Machine} {Mebibytes} {Clock}" : $"{Machine} {Mebibytes}");
        foreach (Step step in Steps)
        {
            writer.WriteLine($"{step.Action} {step.A} {step.B} {step.C} {step.D}");
        }
    }

    /// <summary>Runs it to its end; what went wrong, or null.</summary>
    public Failure? Run()
    {
        (Done, Living, MostLiving) = (0, 0, 0);
        try
        {
            var simulation = new Simulation(Mebibytes, HasClock);
            for (; Done < Steps.Count && !simulation.HasEnded; Done++)
            {
                simulation.Do(Steps[Done]);
                Living += simulation.Live;
                MostLiving = uint.Max(MostLiving, simulation.Live);
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
