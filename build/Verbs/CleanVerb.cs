using System;
using System.CommandLine;
using System.IO;

namespace Verbs;

/// <summary><c>clean</c>: everything that a build made, gone.</summary>
public static class CleanVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var command = new Command("clean", "Remove everything that builds made (the artifacts folder).");
        command.SetAction(_ =>
        {
            Console.WriteLine($"removing {repository.Artifacts}");
            // This program lies in there too; Linux keeps a running file until it ends.
            if (Directory.Exists(repository.Artifacts))
            {
                Directory.Delete(repository.Artifacts, recursive: true);
            }
            return 0;
        });
        return command;
    }
}
