using System.CommandLine;
using System.IO;

namespace Verbs;

/// <summary><c>figures</c>: the book's pictures of address spaces, from what the kernel's own code does.</summary>
public static class FiguresVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var folder = new Option<string>("--out")
        {
            Description = "The folder to write them to.",
            HelpName = "DIR",
            DefaultValueFactory = _ => repository.Images,
        };
        var command = new Command("figures", "Draw the book's figures of address spaces, as SVG files.") { folder };
        command.SetAction(parsed =>
        {
            // The program runs in the tree, whatever folder a relative path is meant from.
            string full = Path.GetFullPath(parsed.GetValue(folder)!);
            Build.Quietly(repository, repository.FiguresProject);
            Build.DotNet(repository, "exec", repository.FiguresProgram, full);
            return 0;
        });
        return command;
    }
}
