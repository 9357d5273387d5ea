using System;

namespace Symbols.Names;

/// <summary>Turns names in metadata into the names that the C# source has for them.</summary>
internal static class CSharpNames
{
    private const string LocalFunctionMark = ">g__";

    /// <summary>A type without the count of its type parameters.</summary>
    public static string OfType(string name) => name.IndexOf('`') is >= 0 and int mark ? name[..mark] : name;

    /// <summary>
    /// A method: a local function after the method around it, an explicit implementation without its interface's
    /// namespace.
    /// </summary>
    public static string OfMethod(string name)
    {
        int local = name.IndexOf(LocalFunctionMark, StringComparison.Ordinal);
        int bar = name.IndexOf('|');
        if (local > 0 && bar > local)
        {
            return $"{name[1..local]}.{name[(local + LocalFunctionMark.Length)..bar]}";
        }

        int dot = name.LastIndexOf('.');
        return dot > 0 ? name[(name.LastIndexOf('.', dot - 1) + 1)..] : name;
    }
}
