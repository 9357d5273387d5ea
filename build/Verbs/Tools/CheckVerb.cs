using System;
using System.CommandLine;
using System.Linq;
using System.Text.RegularExpressions;
using Spectre.Console;
using Verbs.Machine;

namespace Verbs.Tools;

/// <summary><c>check</c>: which tools are here, which are missing, and the command that installs each.</summary>
public static partial class CheckVerb
{
    // Wide enough that no install command is broken in two where the output is not a terminal.
    private const int WidthOfPipes = 150;

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create()
    {
        var command = new Command("check", "Show which tools are here, which are missing and how to install them.");
        command.SetAction(_ => Show(HostFiles.Current()));
        return command;
    }

    private static int Show(HostFiles host)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfPipes;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }
        Table table = new Table().AddColumns("tool", "needed for", "here", "install with");
        table.AddRow(".NET SDK", "everything", Version(HostCommand.Capture("dotnet", ["--version"]).Output), "");
        bool complete = true;
        // Without a desktop there is no window to miss.
        foreach (Tool tool in Toolbox.All.Where(tool => tool.Purpose != Purpose.Window || Desktop.IsHere()))
        {
            bool here = tool.IsHere(host);
            complete &= here;
            table.AddRow(
                Markup.Escape(tool.Name),
                Markup.Escape($"{PurposeName(tool.Purpose)}: {tool.Why}"),
                here ? $"[green]{Markup.Escape(VersionOf(tool, host))}[/]" : "[red]missing[/]",
                here ? "" : Markup.Escape($"apt-get install --yes {tool.Package}"));
        }
        AnsiConsole.Write(table);
        Console.WriteLine(complete
            ? "Everything is here."
            : "run, test, build and debug install what they need by themselves, as root or through sudo.");
        return complete ? 0 : 1;
    }

    private static string PurposeName(Purpose purpose) => purpose switch
    {
        Purpose.Uefi => "run --uefi, test",
        Purpose.Linux => "bench --linux",
        Purpose.Window => "run on a desktop",
#pragma warning disable CA1308 // The verbs' names are lower-case by themselves.
        _ => purpose.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
    };

    private static string VersionOf(Tool tool, HostFiles host)
    {
        if (tool.Program is { } program)
        {
            return Version(HostCommand.Capture(program, [tool.VersionArgument]).Output);
        }
        return host.Find("dpkg-query") is null
            ? "yes"
            : Version(HostCommand.Capture("dpkg-query", ["-W", "-f", "${Version}", tool.Package]).Output);
    }

    private static string Version(string output) =>
        VersionNumber().Match(output) is { Success: true } match ? match.Value : "yes";

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex VersionNumber();
}
