using System;
using System.IO;
using System.Text;

namespace TreeFigures;

internal static class Program
{
    /// <summary>
    /// Writes all figures to a folder, and each file's path to the standard output; 1 where it cannot.
    /// </summary>
    public static int Main(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            return Fail("name the folder for the figures");
        }

        try
        {
            Write(folder);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Fail(failure.Message);
        }
    }

    private static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (Figure figure in FigureSet.Draw())
        {
            string file = Path.Combine(folder, figure.FileName);
            File.WriteAllText(file, figure.Svg, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Console.WriteLine(file);
        }
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine($"error: {reason}");
        return 1;
    }
}
