using System;
using System.CommandLine;
using System.IO;
using ImageTool.Fonts;

namespace ImageTool;

/// <summary><c>font</c>: turns a bitmap font into a C# table in the order of code page 437.</summary>
internal static class FontCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in")
        {
            Description = "The font: PSF version 1 with a Unicode table, 8 pixels wide; it may be compressed by gzip.",
            Required = true,
        };
        var output = new Option<FileInfo>("--out") { Description = "The C# file to write.", Required = true };
        var command = new Command("font", "Turns a bitmap font into a C# table.") { input, output };
        command.SetAction(result => Run(result.GetRequiredValue(input), result.GetRequiredValue(output)));
        return command;
    }

    private static int Run(FileInfo input, FileInfo output)
    {
        try
        {
            PsfFont font = PsfFont.Parse(FontFile.Read(input.FullName));
            File.WriteAllText(output.FullName, FontSource.Write(font, input.Name));
            return 0;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{input.FullName} : error FONT: {error.Message}");
            return 1;
        }
    }
}
