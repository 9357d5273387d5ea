using System;
using System.Globalization;
using System.IO;

namespace Simulator;

/// <summary>
/// Runs the kernel on a simulated machine: <c>SEED STEPS FOLDER</c> by lot, a failure's script into the folder; or a
/// <c>FILE</c> with a script.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length == 3)
        {
            var run = new Run(
                ulong.Parse(arguments[0], CultureInfo.InvariantCulture),
                long.Parse(arguments[1], CultureInfo.InvariantCulture));
            return run.IsGood(Console.Out, arguments[2]) ? 0 : 1;
        }

        using StreamReader reader = File.OpenText(arguments[0]);
        if (Script.Parse(reader).Run() is not { } failure)
        {
            Console.WriteLine("the script runs to its end");
            return 0;
        }

        Console.WriteLine($"step {failure.Step}: {failure.Exception}");
        return 1;
    }
}
