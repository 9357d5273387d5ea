using System;
using System.CommandLine;
using System.IO;
using Symbols;

namespace Verbs.Traces;

/// <summary><c>symbolize</c>: names for the addresses in a log, a panic copied from a screen say.</summary>
public static class SymbolizeVerb
{
    private const string StandardInput = "-";

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var file = new Argument<string>("FILE") { Description = "The text; - for the standard input." };
        var command = new Command("symbolize", "Show a text with the functions at the kernel addresses in it.") { file };
        command.SetAction(parsed =>
        {
            using TextReader text = Open(parsed.GetRequiredValue(file));
            Write(text, ReaderFor(repository), Console.Out);
            return 0;
        });
        return command;
    }

    /// <summary>A reader for the kernel that was built last.</summary>
    /// <exception cref="VerbException">None was, or it cannot be read.</exception>
    internal static AddressReader ReaderFor(Repository repository)
    {
        try
        {
            return AddressReader.For(repository.KernelElf, repository.KernelAssemblies);
        }
        catch (Exception failure) when (failure is IOException or SymbolsException)
        {
            throw new VerbException($"the kernel's symbols cannot be read ({failure.Message})", "./build.sh build");
        }
    }

    internal static void Write(TextReader text, AddressReader addresses, TextWriter output)
    {
        while (text.ReadLine() is { } line)
        {
            output.WriteLine(addresses.Annotate(line));
        }
    }

    private static TextReader Open(string file) =>
        file == StandardInput ? Console.In
        : File.Exists(file) ? new StreamReader(file)
        : throw new VerbException($"{file} is no file", "name one, or - for the standard input");
}
