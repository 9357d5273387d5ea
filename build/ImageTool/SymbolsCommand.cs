using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using Symbols;
using Symbols.Elf;
using Symbols.Names;
using Symbols.Tables;

namespace ImageTool;

/// <summary>
/// <c>symbols</c>: makes the symbol table that the kernel carries from the kernel as it was linked without one.
/// </summary>
internal static class SymbolsCommand
{
    private static readonly Option<FileInfo> s_elf = new("--elf")
    {
        Description = "The linked kernel, with .symtab, .eh_frame and debug information.",
        Required = true,
    };

    private static readonly Option<FileInfo> s_output = new("--out")
    {
        Description = "The symbol table to write.",
        Required = true,
    };

    private static readonly Option<FileInfo[]> s_assemblies = new("--assembly")
    {
        Description = "An IL assembly that the kernel was compiled from, for C# names. May be repeated.",
        DefaultValueFactory = static _ => [],
    };

    private static readonly Option<string[]> s_trapEntries = new("--trap-entry")
    {
        Description = "A label whose code calls with a trap frame on top of the stack. May be repeated.",
        DefaultValueFactory = static _ => [],
    };

    public static Command Create()
    {
        var command = new Command("symbols", "Makes the kernel's symbol table.")
        {
            s_elf, s_output, s_assemblies, s_trapEntries,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        FileInfo elf = arguments.GetRequiredValue(s_elf);
        try
        {
            byte[] table = SymbolTableWriter.Write(Read(elf, arguments));
            File.WriteAllBytes(arguments.GetRequiredValue(s_output).FullName, table);
            return 0;
        }
        catch (Exception error) when (error is SymbolsException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{elf} : error SYMBOLS: {error.Message}");
            return 1;
        }
    }

    private static ImmutableArray<KernelFunction> Read(FileInfo elf, ParseResult arguments)
    {
        string[] trapEntries = arguments.GetRequiredValue(s_trapEntries);
        var types = TypeCatalog.Load(arguments.GetRequiredValue(s_assemblies).Select(static file => file.FullName));
        ImmutableArray<KernelFunction> functions =
            new FunctionReader(ElfImage.Load(elf.FullName), types, SourceRoot.Mapped).Read(trapEntries.ToHashSet());
        string[] unknown = [.. trapEntries.Except(functions.Select(static function => function.Symbol))];
        return (functions.IsEmpty, unknown) switch
        {
            (true, _) => throw new SymbolsException("no function in it"),
            (_, []) => functions,
            _ => throw new SymbolsException($"no label {string.Join(", ", unknown)}"),
        };
    }
}
