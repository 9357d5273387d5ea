using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Symbols;
using Symbols.Elf;
using Symbols.Names;

namespace Verbs.Traces;

/// <summary>
/// Finds addresses of the kernel's code in text and says what lies there, from the ELF file's debug information.
/// </summary>
public sealed partial class AddressReader
{
    private const ulong KernelBase = 0xFFFF_FFFF_8000_0000;
    private const string StackTraceLine = "  at ";

    private readonly Func<ulong, SourceLocation?> _resolve;

    /// <summary>A reader that asks <paramref name="resolve"/> about each address.</summary>
    public AddressReader(Func<ulong, SourceLocation?> resolve) => _resolve = resolve;

    /// <summary>A reader for this kernel; names are as in C# where its IL assemblies are given.</summary>
    /// <exception cref="SymbolsException">It is no kernel with debug information.</exception>
    public static AddressReader For(string elf, params string[] assemblies)
    {
        var functions = new FunctionReader(ElfImage.Load(elf), TypeCatalog.Load(assemblies), SourceRoot.Mapped);
        return new AddressReader(new SymbolResolver(functions.Read(new HashSet<string>())).Resolve);
    }

    /// <summary>
    /// What lies at the addresses of a line, in their order. In the line of a stack trace an address is where a call
    /// comes back
    /// to: the call itself is what counts, and it ends one byte before.
    /// </summary>
    public IEnumerable<SourceLocation> Read(string line)
    {
        ulong back = line.StartsWith(StackTraceLine, StringComparison.Ordinal) ? 1UL : 0;
        return Addresses().Matches(line)
            .Select(match => ulong.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            .Where(address => address >= KernelBase)
            .Select(address => _resolve(address - back))
            .OfType<SourceLocation>();
    }

    /// <summary>The line, and behind it what lies at its addresses.</summary>
    public string Annotate(string line)
    {
        string[] found = [.. Read(line).Select(static location => location.ToString())];
        return found.Length == 0 ? line : $"{line}    {string.Join(", ", found)}";
    }

    [GeneratedRegex(@"(?<![0-9a-fA-F])(?:0x)?([0-9a-fA-F]{16})(?![0-9a-fA-F])")]
    private static partial Regex Addresses();
}
