using System.Collections.Generic;
using System.Collections.Immutable;
using Symbols;
using Symbols.Elf;
using Symbols.Names;

namespace Kernel.Tests.Gates.DebugInfo;

/// <summary>The functions of programs that tests assemble.</summary>
internal static class Samples
{
    /// <summary>The functions of a file, with these as trap entries.</summary>
    public static ImmutableArray<KernelFunction> Functions(ElfImage image, params string[] trapEntries) =>
        new FunctionReader(image, TypeCatalog.Empty, SourceRoot.Mapped).Read(new HashSet<string>(trapEntries));

    /// <summary>Reads all of a file; false where it is refused.</summary>
    public static bool TryRead(byte[] bytes)
    {
        try
        {
            _ = Functions(ElfImage.Parse(bytes));
            return true;
        }
        catch (SymbolsException)
        {
            return false;
        }
    }
}
