using System;
using System.Collections.Generic;

namespace Symbols.Names;

/// <summary>Turns the compiler's symbols back into C# names (see <see cref="Mangling"/>).</summary>
public sealed class Demangler
{
    private readonly TypeCatalog _types;

    /// <summary>A demangler that knows these types.</summary>
    public Demangler(TypeCatalog types) => _types = types;

    /// <summary>The C# name; a label of the same text where the symbol is of no known method.</summary>
    public QualifiedName Demangle(string symbol) =>
        TryDemangle(symbol, out QualifiedName name) ? name : QualifiedName.Label(symbol);

    /// <summary>The C# name; false where the symbol is of no known method.</summary>
    public bool TryDemangle(string symbol, out QualifiedName name)
    {
        name = default;
        ReadOnlySpan<char> rest = symbol;
        if (!TryReadType(ref rest, out KnownType type, out string typeName) || !TrySkip(ref rest, Mangling.Separator))
        {
            return false;
        }

        int end = rest.IndexOf('<');
        string mangled = (end < 0 ? rest : rest[..end]).ToString();
        rest = end < 0 ? [] : rest[end..];
        if (!type.Methods.TryGetValue(mangled, out string? method)
            && !type.Methods.TryGetValue(Mangling.WithoutNumber(mangled), out method))
        {
            return false;
        }

        bool complete = TryReadArguments(ref rest, out string arguments) && IsOverload(rest);
        name = new QualifiedName(type.Namespace, typeName, method + arguments);
        return complete;
    }

    private static bool IsOverload(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || (rest[0] == '_' && rest[1..].IndexOfAnyExceptInRange('0', '9') < 0);

    private bool TryReadType(ref ReadOnlySpan<char> rest, out KnownType type, out string name)
    {
        name = "";
        if (!_types.TryMatch(rest, out int length, out type))
        {
            return false;
        }

        rest = rest[length..];
        bool complete = TryReadArguments(ref rest, out string arguments);
        name = type.Name + arguments;
        return complete;
    }

    private bool TryReadArguments(ref ReadOnlySpan<char> rest, out string arguments)
    {
        arguments = "";
        if (!TrySkip(ref rest, "<"))
        {
            return true;
        }

        if (TrySkip(ref rest, "Pointer>"))
        {
            arguments = "*";
            return TryReadArguments(ref rest, out _);
        }

        var names = new List<string>();
        do
        {
            if (!TryReadType(ref rest, out _, out string name))
            {
                return false;
            }

            names.Add(name);
        }
        while (TrySkip(ref rest, Mangling.Separator));

        arguments = $"<{string.Join(", ", names)}>";
        return TrySkip(ref rest, ">");
    }

    private static bool TrySkip(ref ReadOnlySpan<char> rest, string text)
    {
        bool starts = rest.StartsWith(text, StringComparison.Ordinal);
        rest = starts ? rest[text.Length..] : rest;
        return starts;
    }
}
