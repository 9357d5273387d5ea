using System;
using System.CommandLine;
using System.IO;
using Symbols;
using Symbols.Dwarf;
using Symbols.Elf;

namespace ImageTool;

/// <summary>
/// <c>remap</c>: names another directory in the debug information of assembled objects, so that the same sources give
/// the same bytes in whatever directory they are.
/// </summary>
internal static class RemapCommand
{
    private static readonly Option<FileInfo[]> s_objects = new("--object")
    {
        Description = "An object that nasm has made; it is changed in place. May be repeated.",
        Required = true,
    };

    private static readonly Option<string> s_directory = new("--directory")
    {
        Description = "What to call the directory that nasm was run in.",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command("remap", "Names another directory in the debug information of assembled objects.")
        {
            s_objects, s_directory,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        string directory = arguments.GetRequiredValue(s_directory);
        int failures = 0;
        foreach (FileInfo file in arguments.GetRequiredValue(s_objects))
        {
            failures += Remap(file, directory) ? 0 : 1;
        }

        return failures == 0 ? 0 : 1;
    }

    private static bool Remap(FileInfo file, string directory)
    {
        try
        {
            File.WriteAllBytes(file.FullName, CompilationDirectory.Set(ElfImage.Load(file.FullName), directory));
            return true;
        }
        catch (Exception error) when (error is SymbolsException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file} : error REMAP: {error.Message}");
            // An incremental build would take the object for done.
            file.Delete();
            return false;
        }
    }
}
